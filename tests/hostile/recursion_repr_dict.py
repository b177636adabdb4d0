# error: RecursionError
# stdout: any
def f():
    d = {}
    for _ in range(100000):
        d = {1: d}
    return d


print(f())
