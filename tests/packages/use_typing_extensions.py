# packages: typing_extensions==4.12.2
from typing_extensions import Annotated, Literal, Protocol, TypedDict, runtime_checkable


class Movie(TypedDict):
    name: str


@runtime_checkable
class Sized(Protocol):
    def size(self) -> int: ...


class A:
    def size(self):
        return 1


print(Movie(name="x"), isinstance(A(), Sized), isinstance(1, Sized))
