# dataclasses.
import dataclasses
from dataclasses import *
from dataclasses import dataclass, field
from typing import ClassVar, List, Optional


@dataclass
class Point:
    x: int
    y: int = 0


p = Point(1)
print(p, p == Point(1, 0), p == (1, 0), p != Point(2), Point(y=3, x=2), repr(Point("a")))
p.x = 9
print(p, fields(p)[0].name, [f.default for f in fields(Point)][1], is_dataclass(p), is_dataclass(Point), is_dataclass(int))


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = field(default=0, compare=True)
    tag: str = field(default="", compare=False, repr=False)


a, b = Version(1, 2), Version(1, 3, "x")
print(a < b, a <= b, a > b, a >= b, sorted([b, a]), hash(a) == hash(Version(1, 2, "other")), {a: 1}[Version(1, 2)])
for change in (lambda: setattr(a, "major", 5), lambda: delattr(a, "major"), lambda: setattr(a, "new", 1)):
    try:
        change()
    except FrozenInstanceError as e:
        print(type(e).__name__, e)
try:
    Version(1) < 5
except TypeError as e:
    print(e)


@dataclass
class Basket:
    owner: str
    items: List[str] = field(default_factory=list)
    total: float = field(init=False, default=0.0)
    kind: ClassVar[str] = "basket"
    note: Optional[str] = None

    def __post_init__(self):
        self.total = float(len(self.items))


one, two = Basket("a"), Basket("b", ["x", "y"])
one.items.append("z")
print(one, two, Basket.kind, asdict(two), astuple(two), replace(two, owner="c"))


@dataclass
class Base:
    id: int
    name: str = "base"


@dataclass
class Derived(Base):
    extra: int = 5
    name: str = "derived"


print(Derived(1), Derived(1, "n", 2), [f.name for f in fields(Derived)], Derived.__match_args__)


@dataclass
class Init:
    a: int
    scale: InitVar[int] = 2
    b: int = field(init=False)

    def __post_init__(self, scale):
        self.b = self.a * scale


print(Init(3), Init(3, 5).b, Init(a=1, scale=4))


@dataclass(kw_only=True)
class Named:
    a: int = 1
    b: int


@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int


print(Named(b=2), Mixed(1, c=3))
try:
    Mixed(1, 2, 3)
except TypeError as e:
    print("TypeError")


@dataclass(slots=True)
class Slotted:
    a: int
    b: int = 2


s = Slotted(1)
print(s, Slotted.__slots__, hasattr(s, "__dict__"))
try:
    s.c = 1
except AttributeError:
    print("AttributeError")


@dataclass
class Tree:
    value: int
    children: List["Tree"] = field(default_factory=list)


t = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(t, asdict(t))
t.children.append(t)
print(t)


@dataclass(eq=False)
class Identity:
    a: int


print(Identity(1) == Identity(1), hash(Identity(1)) is not None, Point.__hash__, dataclass(unsafe_hash=True)(type("U", (), {"__annotations__": {"a": int}}))(1).__hash__() == hash((1,)))


@dataclass(repr=False)
class Custom:
    a: int

    def __eq__(self, other):
        return True

    def __repr__(self):
        return "custom"


print(Custom(1), Custom(1) == Custom(2))
for text in ("a: list = []", "a: int = 1\n    b: int"):
    try:
        exec("@dataclass\nclass Bad:\n    " + text)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for bad in (lambda: Point(), lambda: Point(1, 2, 3)):
    try:
        bad()
    except TypeError:
        print("TypeError")
C = make_dataclass("C", ["x", ("y", int), ("z", int, field(default=5))], namespace={"twice": lambda self: self.y * 2})
print(C(1, 2), C(1, 2).twice())
for bad in (lambda: asdict(5), lambda: fields(int), lambda: replace(two, total=1), lambda: field(default=1, default_factory=list)):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(e)


@dataclass
class WithMethods:
    width: float
    height: float

    @property
    def area(self) -> float:
        return self.width * self.height

    @classmethod
    def square(cls, side):
        return cls(side, side)

    @staticmethod
    def name():
        return "rect"


w = WithMethods.square(2)
print(w, w.area, w.name())
print(asdict(w, dict_factory=lambda pairs: sorted(pairs)), field(metadata={"u": 1}).metadata["u"])


@dataclass
class Outer:
    @dataclass
    class Inner:
        v: int

    inner: Inner = field(default_factory=lambda: Outer.Inner(1))


print(Outer())
