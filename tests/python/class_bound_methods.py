# Bound methods know what they are bound to; wrappers carry attributes.
class C:
    def m(self):
        pass

    @classmethod
    def cm(cls):
        pass

    @staticmethod
    def sm():
        pass


c = C()
print(c.m.__self__ is c, c.m.__func__ is C.m, c.m == c.m, hash(c.m) == hash(c.m), c.m is c.m)
print(C.cm.__self__ is C, c.m.__name__, C.sm is C.sm, callable(C.__dict__["sm"]))
print(type(C.__dict__["cm"]).__name__, C.__dict__["sm"].__func__ is C.sm)
c.__class__ = type("D", (C,), {"extra": 1})
print(c.extra, type(c).__name__)


def deco(f):
    def wrapper(*a, **k):
        wrapper.calls += 1
        return f(*a, **k)
    wrapper.calls = 0
    wrapper.__name__ = f.__name__
    wrapper.__doc__ = f.__doc__
    return wrapper


@deco
def hello():
    """Doc of hello."""
    return "hi"


hello()
hello()
print(hello.calls, hello.__name__, hello.__doc__, C.m.__qualname__)


class P:
    @property
    def v(self):
        "The value."
        return 1


print(P.v.__doc__, P.v.fget(P()), P.v.fset)
for change in (lambda: setattr(P(), "v", 3), lambda: delattr(P(), "v")):
    try:
        change()
    except AttributeError as e:
        print(e)
