# An exception that cannot be printed without end.
# error: ValueError
def f():
    l = []
    for _ in range(100000):
        l = [l]
    raise ValueError(l)


f()
