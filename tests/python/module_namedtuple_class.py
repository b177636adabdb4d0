# What the class of a named tuple has, beside its instances.
import copy
import pickle
from abc import ABC
from collections import Counter, OrderedDict, deque, namedtuple
from collections.abc import Callable, Hashable, ItemsView
from itertools import chain, count
from functools import partial
from operator import itemgetter
from typing import NamedTuple

Point = namedtuple("Point", "x y")
Given = namedtuple("Given", "a", module="elsewhere")
p = Point(1, 2)
print(Point, Point.__doc__, Point.__module__, Point.__slots__, Point.__mro__, Given, Point.x.__doc__, Point.y.__get__(p))
print(p.__getnewargs__(), pickle.loads(pickle.dumps(p)), copy.copy(p), copy.deepcopy(p), type(copy.copy(p)) is Point)
Point.norm = lambda self: (self.x**2 + self.y**2) ** 0.5
Point.total = property(lambda self: self.x + self.y)
Point.__doc__ += ": a place"
Point.x.__doc__ = "from the left"
print(Point(3, 4).norm(), p.total, Point.__doc__, Point.x.__doc__)
del Point.norm
print(hasattr(p, "norm"), Point.__new__.__defaults__)
Point.__new__.__defaults__ = (7,)
print(Point(1), Point.__new__.__defaults__)
for code in ("Point(1, 2, 3)", "Point()", "Point._make([1])", "Point._make([1, 2])", "setattr(p, 'x', 1)", "setattr(p, 'z', 1)", "p.z", "Point.z", "setattr(Point.__new__, '__defaults__', [1])"):
    try:
        print(eval(code))
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, "new attribute" if "attribute" in str(e) and "z" in code else e)


class Employee(NamedTuple):
    "Who works."
    name: str
    number: int = 3

    def greet(self):
        return "I am " + self.name


print(Employee("a"), pickle.loads(pickle.dumps(Employee("z"))), copy.deepcopy(Employee("b")), Employee.__doc__, Employee.greet(Employee("c")))


class Child(namedtuple("Child", "a b")):
    __slots__ = ()

    def __new__(cls, a, b=5):
        return super().__new__(cls, a, b)


print(pickle.loads(pickle.dumps(Child(1))), Child._make([1, 2]), Child(1)._replace(b=9), Child.a.__get__(Child(8)))

# Where other types in C are found.
for o in (deque(), OrderedDict(), Counter(), count(), chain(), partial(int), itemgetter(0)):
    print(type(o), type(o).__module__)
print([isinstance(f, Callable) for f in (list.append, int.__add__, itemgetter(0), len, partial(int), Point, 3)])
nan = float("nan")
print((1, nan) in ItemsView({1: nan}), Counter({"a": None, "b": 1})["a"])


# type() asks the metaclass of the bases.
class Meta(type):
    def __new__(meta, name, bases, namespace):
        print("new", name)
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace):
        print("init", name)
        super().__init__(name, bases, namespace)


class Base(metaclass=Meta):
    pass


print(type(type("Derived", (Base,), {})), type(type("Plain", (ABC,), {})), isinstance(3, type("H", (Hashable,), {})))
