"""Vitrine runs Python that nobody has read, inside your program.

    >>> import vitrine
    >>> vitrine.run("print('hi'); 6 * 7").value
    42

The guest reaches nothing but what it is granted; every run has limits; every ending has
a name, and the session survives all of them.
"""

from __future__ import annotations

from ._core import ErrorInfo, Spent, Truncated, guest_id
from ._core import version as __version__
from .errors import (
    Cancelled,
    GuestError,
    HostError,
    LimitExceeded,
    OutOfCalls,
    OutOfCpu,
    OutOfMemory,
    OutOfSteps,
    OutOfTime,
    PipeError,
    RunError,
    SessionError,
    SnapshotError,
    Trapped,
    VitrineError,
)
from .limits import DEFAULT, Limits
from .result import Result
from .session import Session, run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .asyncsession import AsyncSession
    from .database import Database
    from .grants import Clock, Deterministic, Files, Grant, Plugin, Random, Scratch, Web
    from .pipeline import pipe
    from .snapshot import Snapshot

# What is imported when it is first asked for, so that `import vitrine` takes no time.
_LAZY = {"Snapshot": "snapshot", "Clock": "grants", "Random": "grants", "Grant": "grants",
         "Files": "grants", "Plugin": "grants", "Deterministic": "grants", "Scratch": "grants", "Web": "grants",
         "Database": "database", "pipe": "pipeline", "AsyncSession": "asyncsession"}  # fmt: skip

__all__ = [
    "AsyncSession", "DEFAULT", "Cancelled", "Clock", "Database", "Deterministic", "ErrorInfo", "Files", "Grant", "GuestError", "HostError",
    "LimitExceeded", "Limits", "OutOfCalls", "OutOfCpu", "OutOfMemory", "OutOfSteps", "OutOfTime",
    "PipeError", "Plugin", "Random", "Result", "RunError", "Scratch", "Session", "SessionError", "Snapshot", "SnapshotError",
    "Spent", "Trapped", "Truncated", "VitrineError", "Web", "guest_id", "pipe", "run",
]  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(f"module 'vitrine' has no attribute {name!r}")
    from importlib import import_module

    found = getattr(import_module(f"vitrine.{_LAZY[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
