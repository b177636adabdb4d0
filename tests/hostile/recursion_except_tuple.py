# A tuple of classes to catch, nested beyond reason.
# outcome: raised
def f():
    t = (KeyError,)
    for _ in range(100000):
        t = (t,)
    return t


try:
    raise ValueError
except f():
    pass
