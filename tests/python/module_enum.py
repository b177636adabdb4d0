# enum.
import enum
from enum import *
from enum import Enum, auto


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], Color.CRIMSON, Color.CRIMSON is Color.RED)
print(list(Color), len(Color), Color.RED in Color, Color.RED == Color.RED, Color.RED == 1, Color.RED is Color(1), Color.RED != Color.BLUE)
print(list(Color.__members__), Color.__members__["CRIMSON"], isinstance(Color.RED, Color), type(Color.RED), Color, f"{Color.RED} {Color.RED!r:>20}|")
print({Color.RED: "r"}[Color.RED], [c.name for c in Color], list(reversed(Color))[0], bool(Color.RED), Color.__name__)
for bad in (lambda: Color(9), lambda: Color["PINK"], lambda: Color.PINK, lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.BLUE):
    try:
        bad()
    except (ValueError, KeyError, AttributeError, TypeError) as e:
        print(type(e).__name__, "" if isinstance(e, AttributeError) and "PINK" in str(e) else e)


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return round(self.mass / self.radius, 3)

    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda p: p.mass)


print(Planet.EARTH.mass, Planet.MARS.density, Planet.EARTH.value, Planet.heaviest(), Planet((0.64, 3.39)))


class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()

    def next(self):
        members = list(type(self))
        return members[(members.index(self) + 1) % len(members)]

    @staticmethod
    def helper():
        return "helped"


print([(m.name, m.value) for m in Auto], Auto.A.next(), Auto.helper())


class Number(IntEnum):
    ONE = 1
    TWO = 2


print(Number.ONE, repr(Number.ONE), Number.ONE + 1, Number.TWO > Number.ONE, Number.ONE == 1, [10, 20, 30][Number.TWO], f"{Number.TWO:03d}", sorted([Number.TWO, Number.ONE]), isinstance(Number.ONE, int), Number(2), int(Number.TWO), "%d" % Number.TWO, max(Number))


class Name(str, Enum):
    X = "x"
    Y = "y"


print(Name.X, repr(Name.X), Name.X == "x", Name("y"), Name.X.value, Name.X + "!", Name.Y.upper(), isinstance(Name.X, str), {"x": 1}[Name.X], "x" in [Name.X])


class Text(StrEnum):
    HELLO = auto()
    BYE = "bye!"


print(Text.HELLO, repr(Text.HELLO), Text.HELLO == "hello", f"{Text.BYE}", Text.BYE.value, Text("hello"))


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R, repr(Perm.R | Perm.W), Perm.R | Perm.X, Perm.RW, Perm.R in Perm.RW, Perm.X in Perm.RW, Perm.RW & Perm.R, ~Perm.R, Perm.R ^ Perm.RW, bool(Perm.R & Perm.W), Perm(0), repr(Perm(0)), list(Perm.RW), Perm(3) is Perm.RW, list(Perm), len(Perm), Perm.RW.value, Perm.X.value)
try:
    Perm(16)
except ValueError as e:
    print(e)


class Mode(IntFlag):
    A = 1
    B = 2
    C = 4


print(Mode.A | Mode.B, repr(Mode.A | Mode.B), Mode.A | 8, repr(Mode(9)), Mode.A & 1, int(Mode.A | Mode.C), Mode.A in Mode(3), Mode.C == 4, ~Mode.A, repr(~Mode.A))
F = Enum("F", "ONE TWO THREE")
print(list(F), F.TWO.value, Enum("G", ["a", "b"]).b.value, Enum("H", {"x": 10}).x.value, IntEnum("I", "p q", start=5).q + 0)


@unique
class U(Enum):
    A = 1


try:

    @unique
    class V(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)


class Lenient(Enum):
    OFF = 0
    ON = 1

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls[value.upper()]
        return cls.OFF

    def __str__(self):
        return self.name.lower()

    def __bool__(self):
        return self is Lenient.ON


print(Lenient("on"), Lenient(55), bool(Lenient.OFF), f"{Lenient.ON}")


class Gen(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name * 2

    A = auto()
    B = auto()


print(Gen.A.value, Gen.B.value)
try:

    class Sub(Color):
        PINK = 5
except TypeError as e:
    print(e)


class Base(Enum):
    def hello(self):
        return "hello " + self.name


class Derived(Base):
    A = "a"


print(Derived.A.hello(), Derived("a"), issubclass(Derived, Base))


class Coin(Enum):
    PENNY = 1

    def __new__(cls, value):
        obj = object.__new__(cls)
        obj._value_ = value * 100
        obj.label = "c%d" % value
        return obj


print(Coin.PENNY.value, Coin.PENNY.label, Coin(100))


class Op(Enum):
    ADD = "+"
    SUB = "-"

    def __call__(self, a, b):
        return {Op.ADD: a + b, Op.SUB: a - b}[self]


print(Op.ADD(1, 2), Op("-")(5, 3), Op.ADD.name, hash(Op.ADD) == hash(Op.ADD))
import copy

print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED, Color.RED.__class__.__name__)
