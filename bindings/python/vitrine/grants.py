"""What a guest may do besides computing, as objects: Session(grants=[Clock(), …])."""

from __future__ import annotations

from . import units

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable
    from typing import Any

    from .base import Base
    from .session import Session


class Grant:
    """Something that a session lets its guest do. Subclasses say what, in open().

    A package offers its own in the entry-point group `vitrine.grants`.
    """

    def open(self, session: Session) -> Callable[[], object] | None:
        """Gives it to a session, and returns what has to be called when that is closed."""
        raise NotImplementedError

    def explain(self) -> str:
        """What the guest may do by it, in a sentence."""
        raise NotImplementedError


class Clock(Grant):
    """The date and time, in steps of `resolution`."""

    def __init__(self, resolution: units.Duration = "1ms") -> None:
        self._resolution = units.nanoseconds("resolution", resolution)

    def open(self, session: Session) -> None:
        session._core.grant_clock(self._resolution)

    def explain(self) -> str:
        return f"knows the date and time, in steps of {self._resolution / 10**9:g} s"


class Random(Grant):
    """The system's randomness."""

    def open(self, session: Session) -> None:
        session._core.grant_random()

    def explain(self) -> str:
        return "has the system's randomness"


class Deterministic(Grant):
    """A clock that follows the guest's steps, and randomness from a seed: the same in
    every run, on every machine.

    :param seed: an int, text or bytes
    :param start: what the clock says at first, seconds since 1970
    """

    def __init__(self, seed: int | str | bytes = 0, start: float = 1704067200) -> None:
        if isinstance(seed, int):
            seed = str(int(seed))
        self._seed = seed.encode() if isinstance(seed, str) else bytes(seed)
        self._start = units.nanoseconds("start", start)

    def open(self, session: Session) -> None:
        session._core.grant_clock_fixed(self._start)
        session._core.grant_random_seeded(self._seed)

    def explain(self) -> str:
        return "has a clock that follows its steps, and randomness from a seed"


class Plugin(Grant):
    """A capability plugin that is a shared library: its code has all the host's rights.

    :param path: the library
    :param options: as its table has them: text, bool, counts, bytes, nanoseconds
    """

    def __init__(self, path: str | os.PathLike[str], **options: Any) -> None:
        self._path: Any = path
        self._options = options

    def open(self, session: Session) -> None:
        session._core.grant_plugin(self._path, [self._options])

    def explain(self) -> str:
        return f"may use the plugin {self._path}, {self._options}"


class Files(Plugin):
    """A directory, or a file, of the host's.

    :param path: the directory or file
    :param write: it may be changed
    :param at: its path in the guest; "/" and its name if it is left out
    :param size: the largest file that is written
    :param quota: bytes that are written in all, while the session lives
    :param count: files and directories that are made, while the session lives
    :param links: files with other names (hard links) may be read
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        write: bool = False,
        at: str | None = None,
        *,
        size: units.Size = "64M",
        quota: units.Size = "256M",
        count: int = 10000,
        links: bool = False,
    ) -> None:
        from os import fsdecode

        self._path = None
        self._options = {
            "path": fsdecode(path),
            "write": bool(write),
            "size": units.size("size", size),
            "quota": units.size("quota", quota),
            "count": units.count("count", count),
            "links": bool(links),
        }
        if at is not None:
            self._options["at"] = at

    def explain(self) -> str:
        verb = "reads and writes" if self._options["write"] else "reads"
        return f"{verb} {self._options['path']}"


def give(session: Base, grants: Iterable[Grant]) -> None:
    """All of them: those of one plugin are granted together, as it wants it."""
    together: dict[Any, list[Plugin]] = {}
    for grant in grants:
        if isinstance(grant, Plugin):
            together.setdefault(grant._path, []).append(grant)
        else:
            session.grant(grant)
    for path, plugins in together.items():
        session._core.grant_plugin(path, [plugin._options for plugin in plugins])
        session._grants.extend(plugins)
