import inspect
import functools


def f(a, b=1, *args, c, d="x", **kwargs):
    """Doc of f.

        indented
    """


def g(x: int, y: str = "a") -> float:
    return 1.0


def keys(*, k, l=2):
    pass


class Base:
    """The base."""

    def __init__(self, name, size=3):
        self.name = name

    def method(self, one, *, two=2):
        pass

    @staticmethod
    def static(q):
        pass

    @classmethod
    def made(cls, w=None):
        pass

    @property
    def prop(self):
        return 1


class Child(Base):
    pass


class Called:
    def __call__(self, a, b):
        pass


def gen():
    yield 1


for thing in (f, keys, Base, Child, Base.method, Base("n").method, Base.static, Base.made, Called(), lambda: 0,
              functools.partial(f, 1, c=3), functools.partial(keys, k=1)):
    print(inspect.signature(thing))
sig = inspect.signature(f)
print(list(sig.parameters), sig.parameters["b"].default, sig.parameters["c"].kind, sig.parameters["a"].default is inspect.Parameter.empty)
print(sig.parameters["args"].kind, sig.parameters["kwargs"].kind, repr(sig.parameters["d"]))
bound = sig.bind(1, 2, 3, 4, c=5, e=6)
print(bound.args, bound.kwargs, bound.arguments)
bound = sig.bind(1, c=2)
bound.apply_defaults()
print(bound.arguments, bound)
for args, kwargs in (((), {}), ((1,), {"c": 1, "a": 2}), ((1,), {})):
    try:
        sig.bind(*args, **kwargs)
    except TypeError as error:
        print(error)
try:
    inspect.signature(keys).bind(1)
except TypeError as error:
    print(error)
try:
    inspect.signature(3)
except TypeError as error:
    print(error)
print(inspect.getfullargspec(f))
print(inspect.getfullargspec(Base.method).args, inspect.getfullargspec(Base("x").method).kwonlydefaults)
print(inspect.getdoc(f), inspect.getdoc(Base), inspect.getdoc(Child), inspect.getdoc(gen))
print(inspect.isfunction(f), inspect.isfunction(Base.method), inspect.isfunction(len), inspect.ismethod(Base("x").method), inspect.ismethod(f))
print(inspect.isclass(Base), inspect.isclass(f), inspect.isbuiltin(len), inspect.isbuiltin(f), inspect.ismodule(inspect), inspect.isroutine(len))
print(inspect.isgenerator(gen()), inspect.isgeneratorfunction(gen), inspect.isgeneratorfunction(f), inspect.isdatadescriptor(Base.__dict__["prop"]))
print([name for name, value in inspect.getmembers(Base, inspect.isfunction)])
print([name for name, value in inspect.getmembers(Base("x")) if not name.startswith("_")])
print([c.__name__ for c in inspect.getmro(Child)])
print(inspect.getmodule(f).__name__, inspect.cleandoc("  a\n    b\n      c\n"))
print(inspect.getcallargs(keys, k=1), inspect.getattr_static(Base, "prop") is Base.__dict__["prop"])


@functools.wraps(g)
def wrapper(*args, **kwargs):
    return g(*args, **kwargs)


print(inspect.unwrap(wrapper) is g, list(inspect.signature(wrapper).parameters))
p = inspect.Parameter("z", inspect.Parameter.KEYWORD_ONLY, default=4)
print(p, p.kind.name, inspect.Signature([p]), sig.replace(parameters=[p]), p.replace(name="w"))
print(inspect.Signature([p]) == inspect.Signature([p]), inspect.signature(f) == inspect.signature(f), inspect.signature(f) == inspect.signature(g))
