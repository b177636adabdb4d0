# typing: everything that programs import.
from typing import *
import typing

T = TypeVar("T")
K = TypeVar("K", bound=int)
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str], Union[int, None, str], Tuple[int, ...], Set[str])
print(Callable[[int, str], bool], Callable[..., int], Literal["a", 1], Any, Type[int], T, Iterable[T], ClassVar[int])
print(Union[int], Union[int, int], Optional[None] is type(None), Union[int, Union[str, int]], List[Optional[int]])
print(List, Callable, Deque[int], DefaultDict[str, int], Sequence[int], Mapping[str, Any], Iterator[int], Generator[int, None, str])
print(List[int] == List[int], List[int] == List[str], hash(List[int]) == hash(List[int]), Union[int, str] == Union[str, int])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]) is Union, get_args(Callable[[int], str]), get_origin(int))
print(Dict[K, T][int, str], List["Node"], isinstance([], List), TYPE_CHECKING, cast(int, "x"))


class Stack(Generic[T]):
    def __init__(self, items: Optional[List[T]] = None) -> None:
        self.items: List[T] = items or []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self


print(Stack[int]().push(1).items, Stack().push("a").items, Stack[int], isinstance(Stack[int](), Stack))


class Pair(Generic[K, T]):
    pass


class Special(Pair[int, T]):
    pass


print(Pair[int, str], Special[str], issubclass(Special, Pair), Pair.__parameters__)
try:
    Pair[int]
except TypeError as e:
    print("TypeError")


class Point(NamedTuple):
    x: int
    y: int = 0
    "a point"

    def norm(self) -> int:
        return self.x**2 + self.y**2

    @property
    def double(self):
        return self.x * 2


p = Point(3)
print(p, p.x, p[1], p.norm(), p.double, p._replace(y=4), p._asdict(), Point._fields, Point._field_defaults, p == (3, 0))
x, y = p
print(x, y, len(p), isinstance(p, tuple), Point(y=2, x=1), Point.__annotations__)
try:
    Point()
except TypeError as e:
    print("TypeError")
Old = NamedTuple("Old", [("a", int), ("b", str)])
print(Old(1, "2"), Old._fields)


class Movie(TypedDict, total=False):
    name: str
    year: int


class More(Movie):
    stars: int


m: Movie = {"name": "x"}
print(Movie(name="y", year=1), type(Movie(name="y")), m, More.__annotations__, sorted(More.__required_keys__), Movie.__total__)
D = TypedDict("D", {"k": int})
print(D(k=1), D.__annotations__)


class Speaks(Protocol):
    def speak(self) -> str:
        ...


@runtime_checkable
class Closes(Protocol):
    name: str

    def close(self) -> None:
        ...


class Dog:
    name = "rex"

    def speak(self) -> str:
        return "woof"

    def close(self):
        pass


def talk(s: Speaks) -> str:
    return s.speak()


print(talk(Dog()), isinstance(Dog(), Closes), isinstance(5, Closes))
for bad in (lambda: Speaks(), lambda: isinstance(Dog(), Speaks)):
    try:
        bad()
    except TypeError as e:
        print(e)


class Cat(Speaks):
    def speak(self):
        return "meow"


class Box(Protocol[T]):
    def get(self) -> T:
        ...


class IntBox(Box[int]):
    def get(self):
        return 5


print(talk(Cat()), Cat().speak(), IntBox().get())
UserId = NewType("UserId", int)
print(UserId(5), UserId.__name__)


@overload
def twice(x: int) -> int:
    ...


@overload
def twice(x: str) -> str:
    ...


def twice(x):
    return x * 2


@final
class Final_:
    LIMIT: Final = 3


print(twice(2), twice("a"), Final_.LIMIT)


def annotated(a: int, b: "List[str]" = [], *args: float, c: Optional["Dog"] = None, **kw: Any) -> Dict[str, int]:
    return {}




class Typed:
    a: int
    b: "str" = "x"


print(get_type_hints(Typed), Annotated[int, "meta"], get_args(Annotated[int, "m", 1]), get_type_hints(Typed)["b"] is str)
P = ParamSpec("P")
Alias: TypeAlias = Dict[str, int]
Json = Union[Dict[str, "Json"], List["Json"], str, int, None]
print(Alias, Text is str, AnyStr, isinstance("a", Hashable), isinstance(3, SupportsInt), isinstance([], Sized))


class Ints(List[int]):
    pass


class Names(Dict[str, int]):
    pass


print(Ints([1, 2]), issubclass(Ints, list), Names(a=1))
print(list[int], dict[str, list[int]], int | None, Optional[list[int]], get_args(list[int]), get_origin(dict[str, int]))
try:
    List()
except TypeError as e:
    print(e)


def gen() -> Iterator[int]:
    yield 1


async def co() -> Awaitable[None]:
    ...


class Comparable(Protocol):
    def __lt__(self, other: Any) -> bool: ...


CT = TypeVar("CT", bound=Comparable)


def smallest(items: Sequence[CT]) -> CT:
    return min(items)


print(smallest([3, 1]), CT.__name__, CT.__bound__ is Comparable, TypeVar("N", int, float).__constraints__)
