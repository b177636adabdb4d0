# error: RecursionError
def f():
    t = (1,)
    for _ in range(100000):
        t = (t,)
    return t


hash(f())
