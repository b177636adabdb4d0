"""The limits of a session and of a run: what they are called, and how they are given."""

from __future__ import annotations

from . import units


class Default:
    """Left out: the default, or in a run what the session has."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "DEFAULT"

    def __reduce__(self) -> str:
        return "DEFAULT"


DEFAULT = Default()
NAMES = ("memory", "steps", "cpu", "time", "output", "host_calls", "value", "source", "depth")
_READ = {
    "memory": units.size, "steps": units.count, "cpu": units.nanoseconds,
    "time": units.nanoseconds, "output": units.size, "host_calls": units.count,
    "value": units.size, "source": units.size, "depth": units.count,
}  # fmt: skip

NOTHING = (0, 0, 0, 0, 0, 0, 0, 0, 0)  # every limit is left out


def pack(*limits: object) -> tuple[int, int, int, int, int, int, int, int, int]:
    """As the library takes them, in the order of NAMES; 0 where one is left out."""
    return tuple(  # type: ignore[return-value]
        0 if limit is DEFAULT
        else units.UNLIMITED if limit is None
        else _READ[name](name, limit)
        for name, limit in zip(NAMES, limits)
    )  # fmt: skip


class Limits:
    """The limits in force: bytes, seconds and counts; None is unlimited."""

    __slots__ = NAMES

    memory: int | None
    steps: int | None
    cpu: float | None
    time: float | None
    output: int | None
    host_calls: int | None
    value: int | None
    source: int | None
    depth: int | None

    def __init__(self, packed: tuple[int, ...]) -> None:
        for name, number in zip(NAMES, packed):
            limit: float | None = None if number == units.UNLIMITED else number
            if limit is not None and name in ("cpu", "time"):
                limit /= 10**9
            setattr(self, name, limit)

    def __repr__(self) -> str:
        return "Limits(" + ", ".join(f"{n}={getattr(self, n)!r}" for n in NAMES) + ")"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Limits):
            return NotImplemented
        return all(getattr(self, n) == getattr(other, n) for n in NAMES)

    __hash__ = None  # type: ignore[assignment]
