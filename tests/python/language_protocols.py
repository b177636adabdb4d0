# What the language asks of objects: descriptors, contexts, patterns, and in what order.
import array
import types
from collections import ChainMap, UserDict, UserList, deque


def noted(x):
    print(x, end=" ")
    return x


# A key is evaluated before its value.
print({noted(1): noted(2), noted(3): noted(4)}, {noted(5): noted(6) for _ in range(1)})


# Assignment expressions in comprehensions, at all depths and beside uses of the name.
def bound():
    res = [[spam := i for i in range(3)] for j in range(2)]
    print(res, spam)
    print([b := [a := 1 for i in range(2)] for j in range(2)], a, b)
    x = 5
    print([x := i for i in range(3) if x or not x], x)
    n = 1
    print({(c := n): (n := n + c) for _ in range(3)}, c, n)


bound()
total = 0
print([total := total + v for v in [1, 2, 3]], total)
print([[z := i for i in range(3)] for j in range(2)], z)
for source in "[i := 0 for i in range(5)]", "class C:\n  x = [j := 0 for i in range(5)]":
    try:
        exec(source)
    except SyntaxError as error:
        print(error.msg)


# match asks collections.abc.
def kind(x):
    match x:
        case {"a": 1, **rest}:
            return "mapping", rest
        case [1, *rest]:
            return "sequence", rest
        case [_, *_]:
            return "another sequence"
        case _:
            return "neither"


for value in (UserDict(a=1, b=2), ChainMap({"a": 1}), deque([1, 2]), UserList([1, 5]), array.array("i", [1, 2]),
              memoryview(b"\x01\x02"), "1", b"\x01", bytearray(b"\x01"), range(1, 4), range(1 << 10), {1}, 1):
    print(type(value).__name__, kind(value))
match ...:
    case x:
        print(x)


# Functions, and what wraps them, are descriptors.
class Wrapped:
    def __init__(self, f):
        self.f = f

    def __get__(self, instance, owner=None):
        return self if instance is None else self.f.__get__(instance, owner)


def make(n):
    def closed(self):
        return n, type(self).__name__
    return closed


class A:
    @Wrapped
    def m(self):
        return "m"

    n = Wrapped(make(3))

    @classmethod
    def c(cls):
        return cls.__name__

    @staticmethod
    def s():
        return "s"


a = A()
print(a.m(), a.n(), A.__dict__["c"].__get__(None, A)(), A.__dict__["s"].__get__(a)(), make(1).__get__(5)())
f = make(2)
print(f.__get__(None, A) is f, types.MethodType(f, a)())


class Doubling:
    def __set__(self, instance, value):
        instance.__dict__["d"] = value * 2


class B:
    d = Doubling()
    __slots__ = ("__dict__", "__hidden")

    def __init__(self):
        self.d = 4
        self.__hidden = "slot"

    def hidden(self):
        return self.__hidden


print(B().d, B().hidden())


class Gone:
    @property
    def x(self):
        return self._x


print(hasattr(Gone(), "x"), hasattr(Gone(), "y"), getattr(Gone(), "x", "default"))


class Attributes(dict):
    def __init__(self, **more):
        super().__init__(**more)
        self.__dict__ = self


both = Attributes(x=1)
both.y = 2
both["z"] = 3
print(both.x, both.z, both, vars(both))


# Context managers.
class Enters:
    def __enter__(self):
        pass


for thing in object(), Enters(), open:
    try:
        with thing:
            pass
    except TypeError as error:
        print(error)

g = (lambda: (yield 1))()
next(g)
try:
    g.send(5)
except StopIteration as stop:
    print(stop.value)


def code(a, b=2, *args, c=3, **kw):
    local = 1
    return local


print(code.__code__.co_varnames, code.__code__.co_nlocals, code.__code__.co_argcount, code.__code__.co_name)
object.__setattr__.__get__(a)("late", 7)
print(a.late, str.upper.__get__("abc")(), list.append.__get__([], list).__name__, hasattr(len, "__get__"))
