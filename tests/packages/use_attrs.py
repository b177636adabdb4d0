# packages: attrs==26.1.0
import attr
from attrs import asdict, define, evolve, field, frozen, validators


@define
class Point:
    x: int = field(validator=validators.instance_of(int))
    y: int = 0
    tags: list = field(factory=list)


p = Point(1, y=2)
print(p, p == Point(1, 2), asdict(p), evolve(p, x=5))
try:
    Point("a")
except TypeError as e:
    print("TypeError", e.args[0].split(" (got")[0])


@frozen(order=True)
class Pair:
    a: int
    b: str = field(converter=str, default=3)


print(Pair(1), Pair(1) < Pair(2), hash(Pair(1)) == hash(Pair(1)), [f.name for f in attr.fields(Pair)])
try:
    Pair(1).a = 2
except attr.exceptions.FrozenInstanceError as e:
    print(type(e).__name__)
