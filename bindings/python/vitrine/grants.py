"""What a guest may do besides computing, as objects: Session(grants=[Clock(), …])."""

from __future__ import annotations

from . import units

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from .base import SessionBase
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
    """A capability plugin: one that is linked in, by its name, or a shared library, by its
    path, whose code has all the host's rights.

    :param path: the library, or files, scratch, web, sqlite
    :param options: as its table has them: text, bool, counts, bytes, nanoseconds
    """

    def __init__(self, path: str | os.PathLike[str], /, **options: Any) -> None:
        self._path: Any = path
        self._options = options

    def open(self, session: Session) -> None:
        session._core.grant_plugin(self._path, [self._options], None)

    def explain(self) -> str:
        return f"uses the plugin {self._path} with {', '.join(self._options) or 'no option'}"


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

        self._path = "files"
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


class Scratch(Plugin):
    """A directory in the guest's own memory: what is in it is copied, saved and set back
    with the session, and nobody else sees it.

    :param at: its path in the guest
    :param quota: bytes that it holds
    """

    def __init__(self, at: str = "/tmp", *, quota: units.Size = "8M") -> None:
        self._path = "scratch"
        self._options = {"at": at, "quota": units.size("quota", quota)}

    def explain(self) -> str:
        return f"keeps files in its own memory, as {self._options['at']}"


class Web(Plugin):
    """Requests to the addresses that begin with `url`, and to no other: scheme, host, port
    and path. In the guest: `requests`, `urllib.request`, `http.get(…)`.

    :param url: "https://api.example.com/v1/"; the host may begin with "*."
    :param methods: also POST, PUT, PATCH, DELETE, OPTIONS
    :param headers: added by the host, and never seen by the guest: secrets
    :param private: the host's name may stand for an address of the own network
    :param ca_file: certificates to trust in place of the system's
    :param size: bytes of one answer, unpacked
    :param time: of one call, redirects and all
    :param count: requests of the session
    """

    def __init__(
        self,
        url: str,
        methods: Iterable[str] = ("GET", "HEAD"),
        headers: Mapping[str, str] | None = None,
        *,
        private: bool = False,
        ca_file: str | os.PathLike[str] | None = None,
        size: units.Size = "1M",
        time: units.Duration = 30,
        count: int = 1000,
    ) -> None:
        if isinstance(methods, str):
            raise TypeError("methods is a list of names")
        self._path = "web"
        self._options = {
            "url": url,
            "methods": " ".join(methods),
            "private": bool(private),
            "size": units.size("size", size),
            "time": units.nanoseconds("time", time),
            "count": units.count("count", count),
        }
        if headers:
            self._options["header"] = "\n".join(_header(*pair) for pair in headers.items())
        if ca_file is not None:
            from os import fsdecode

            self._options["ca-file"] = fsdecode(ca_file)

    def explain(self) -> str:
        return f"sends {self._options['methods']} requests to {self._options['url']}"

    def __repr__(self) -> str:
        return f"<Web {self._options['url']}>"


def _header(name: str, value: str) -> str:
    if "\n" in value or "\r" in value or ":" in name:
        raise ValueError(f"headers: {name!r} or its value cannot be one")
    return f"{name}: {value}"


def as_grant(grant: Grant | str) -> Grant:
    """Itself, or what a text like "files:path=data" names."""
    if isinstance(grant, str):
        from .naming import grant as named

        return named(grant)
    if not hasattr(grant, "open"):
        raise TypeError(f"a grant is Clock(), Random(), …, not {type(grant).__name__}")
    return grant


def give(session: SessionBase, grants: Iterable[Grant | str]) -> None:
    """All of them: those of one plugin are granted together, as it wants it."""
    together: dict[Any, list[Plugin]] = {}
    for grant in map(as_grant, grants):
        if isinstance(grant, Plugin):
            together.setdefault(grant._path, []).append(grant)
        else:
            session.grant(grant)
    for path, plugins in together.items():
        session._core.grant_plugin(path, [plugin._options for plugin in plugins], None)
        session._grants.extend(plugins)
