"""Names with those around them, and where they are shown; hashes that are not there."""
import functools


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def around():
    global given

    def given(a, *, k=1): pass

    class Inner:
        @property
        def x(self): return 1
        y = property(None, lambda s, v: None)
        f = lambda self: 0
        g = [lambda: 0 for i in range(1)]

    return Inner()


i = around()
print(given.__qualname__, type(i).f.__qualname__, type(i).g[0].__qualname__, (lambda: (lambda: 0))().__qualname__)


def write(): i.x = 3
def remove(): del i.x
t(write)
t(remove)
t(lambda: i.y)
t(lambda: given(1, 2, k=3))
t(lambda: given(1, 2))
given.__qualname__ = "Another.name"
t(lambda: given())
t(lambda: given(1, z=2))
print(repr(given).split(" at ")[0])


@functools.wraps(around)
def wrapped(x): pass
t(lambda: wrapped())
print([].__hash__, dict.__hash__, set.__hash__, bytearray().__hash__, type("L", (list,), {}).__hash__)
t(lambda: hash(type("L", (list,), {})()))
