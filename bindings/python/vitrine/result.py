"""How a run ended, and what came of it."""

from __future__ import annotations

from . import errors
from ._core import ErrorInfo, Spent, Truncated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Result:
    """One run. `ok` is True for one that came to its end, with exit code 0."""

    __slots__ = (
        "outcome", "exit_code", "value", "_crossed", "repr", "stdout", "stderr", "error",
        "spent", "truncated", "rolled_back", "_explanation",
    )  # fmt: skip

    outcome: str
    """done, raised, out_of_steps, out_of_cpu, out_of_time, out_of_memory, out_of_calls,
    cancelled or trapped."""
    exit_code: int
    """n of sys.exit(n); 0 at the end of the source, 1 for any other ending."""
    value: Any
    """The last expression's, if it is plain data; else None."""
    repr: str | None
    """Its repr(), cut; None if there was no value, or it was None."""
    stdout: str
    stderr: str
    error: ErrorInfo | None
    spent: Spent
    truncated: Truncated
    _crossed: bool
    _explanation: str
    rolled_back: bool
    """The session is back at the state before the run."""

    def __init__(self, parts: tuple[Any, ...]) -> None:
        (
            self.outcome, self.exit_code, self.value, self._crossed, self.repr, self.stdout,
            self.stderr, self.error, self.spent, self.truncated, self.rolled_back, self._explanation,
        ) = parts  # fmt: skip

    @property
    def ok(self) -> bool:
        return self.exit_code == 0 and self.outcome == "done"

    def check(self) -> Result:
        """Itself if it is ok; else raises GuestError, OutOfTime, …: errors.py."""
        if not self.ok:
            raise errors.OF_OUTCOME.get(self.outcome, errors.GuestError)(self)
        return self

    def explain(self) -> str:
        """A bad ending in words, for a person or for a model that has to mend its code: what
        happened, where, what is kept, which variables there are. "" if it is ok."""
        return self._explanation

    def _headline(self) -> str:
        error = self.error
        place = f" ({error.file}:{error.line})" if error is not None and error.line else ""
        if self.outcome == "done":
            return f"sys.exit({self.exit_code})"
        if self.outcome == "raised" and error is not None:
            return f"{error.type}: {error.message}{place}" if error.message else error.type + place
        return f"{self.outcome}{place}"

    def __repr__(self) -> str:
        if not self.ok:
            return f"<Result {self._headline()}>"
        return f"<Result done value={self.value!r}>" if self._crossed else "<Result done>"

    def __reduce__(self) -> tuple[Any, ...]:
        return Result, (tuple(getattr(self, name) for name in self.__slots__),)

    def _repr_html_(self) -> str:
        from html import escape

        parts = [(self.stdout, ""), (self.stderr, "color:#a00"), (self.repr or "", "")]
        if not self.ok:
            parts[2] = (self.explain(), "color:#a00")
        return "".join(
            f'<pre style="{style}">{escape(text)}</pre>' for text, style in parts if text
        )
