# outcome: done | raised
def f():
    t = (int,)
    for _ in range(100000):
        t = (t,)
    return t


isinstance("", f())
