# Abstract classes.
from abc import ABC, ABCMeta, abstractmethod
import abc


class Shape(ABC):
    @abstractmethod
    def area(self):
        """How large it is."""

    @property
    @abstractmethod
    def name(self):
        ...

    @classmethod
    @abstractmethod
    def make(cls):
        ...

    def describe(self):
        return f"{self.name} of {self.area()}"


class Half(Shape):
    def area(self):
        return 1


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2

    @property
    def name(self):
        return "square"

    @classmethod
    def make(cls):
        return cls(2)


for cls in (Shape, Half):
    try:
        cls()
    except TypeError as e:
        print(e)
print(Square(3).describe(), Square.make().area(), isinstance(Square(1), Shape), issubclass(Square, Shape))
print(sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), Square.__abstractmethods__, type(Shape).__name__)


class One(metaclass=ABCMeta):
    @abstractmethod
    def only(self):
        pass


try:
    One()
except TypeError as e:
    print(e)


@One.register
class Elsewhere:
    pass


print(isinstance(Elsewhere(), One), issubclass(Elsewhere, One), issubclass(int, One))


class Quacks(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "quack") or NotImplemented


class Duck:
    def quack(self):
        pass


print(issubclass(Duck, Quacks), isinstance(3, Quacks))


class Base(ABC):
    @abstractmethod
    def f(self):
        return "base"


class Derived(Base):
    def f(self):
        return super().f() + "+"


print(Derived().f(), Shape.area.__isabstractmethod__)


class Mixin:
    def f(self):
        return "mixin"


class Mixed(Mixin, Base):
    pass


print(Mixed().f(), Mixed.__mro__[1].__name__)


class Static(ABC):
    @staticmethod
    @abstractmethod
    def s():
        ...

    @abc.abstractmethod
    async def a(self):
        ...


try:
    Static()
except TypeError as e:
    print(e)
