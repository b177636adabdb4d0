# The last value goes too deep to be handed over, or to be shown.
# outcome: done
# value: null
def f():
    t = ()
    for _ in range(100000):
        t = (t,)
    return t


f()
