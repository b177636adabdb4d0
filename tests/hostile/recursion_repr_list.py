# error: RecursionError
def f():
    l = []
    for _ in range(100000):
        l = [l]
    return l


print(f())
# stdout: any
