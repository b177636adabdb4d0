"""A frozen guest."""

from __future__ import annotations

from . import _core, units
from ._core import Snapshot as _Frozen
from .session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from typing import Any


class Snapshot:
    """What a session's guest held: its globals, modules and heap. Never changes.

    Any number of sessions come from it, in microseconds each. It pickles. Only the build
    of the guest that saved it can load it; keep data that has to last as data. Who can
    write an image owns the guest in it, though not the host: use a key where others can.
    """

    __slots__ = ("_core",)

    _core: _Frozen

    def __init__(self) -> None:
        raise TypeError("a Snapshot comes from Session.snapshot() or Snapshot.load()")

    @classmethod
    def _of(cls, core: _Frozen) -> Snapshot:
        snapshot = cls.__new__(cls)
        snapshot._core = core
        return snapshot

    def fork(self, **how: Any) -> Session:
        """A session that goes on from here; takes what Session() takes. Functions and
        grants are given anew."""
        return Session(snapshot=self, **how)

    def save(self, path: str | os.PathLike[str], *, key: bytes | None = None) -> None:
        """Into a file, whole or not at all, for its owner only."""
        self._core.save_file(path, key)

    def to_bytes(self, *, key: bytes | None = None) -> bytes:
        """As save(), without a file."""
        return self._core.save(key)

    @classmethod
    def load(
        cls,
        path: str | os.PathLike[str],
        *,
        key: bytes | None = None,
        memory: units.Size = "64M",
    ) -> Snapshot:
        """From a file; SnapshotError if it is none, or damaged, or has another key.

        :param memory: the most that the guest may hold
        """
        return cls._of(_core.load_file(path, key, units.size("memory", memory)))

    @classmethod
    def from_bytes(
        cls, image: bytes, *, key: bytes | None = None, memory: units.Size = "64M"
    ) -> Snapshot:
        """As load(), from what to_bytes() gave."""
        return cls._of(_core.load(image, key, units.size("memory", memory)))

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickle, (self.to_bytes(),)


def _unpickle(image: bytes) -> Snapshot:
    return Snapshot._of(_core.load(image, None, units.UNLIMITED))
