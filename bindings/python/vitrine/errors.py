"""What goes wrong, in one tree.

A run that ends badly raises nothing by itself: `Result.check()` does, and so do
`run(check=True)`, `call()` and `get()`. The host's own mistakes are TypeError,
ValueError, OSError and MemoryError, as anywhere.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .result import Result


class VitrineError(Exception):
    """Whatever this package raises of its own."""


class SessionError(VitrineError, RuntimeError):
    """The session is closed, or running: it cannot be used now."""


class SnapshotError(VitrineError, ValueError):
    """No saved snapshot, a damaged one, of another guest, or with another key."""


class HostError(VitrineError):
    """For host functions: arrives in the guest as its HostError, with a code of yours."""

    def __init__(self, code: str, message: str = "") -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return f"{self.code}: {self.message}" if self.message else self.code


class RunError(VitrineError):
    """A run that did not end well; `result` is what there is of it."""

    def __init__(self, result: Result) -> None:
        super().__init__(result)
        self.result = result

    def __str__(self) -> str:
        return self.result._headline()


class PipeError(VitrineError):
    """What a pipe fetches, or where it stores, failed; nothing of the pass was stored."""

    def __init__(self, where: str, why: str, outcome: str = "failed") -> None:
        super().__init__(where, why, outcome)
        self.where = where
        self.why = why
        self.outcome = outcome

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


class GuestError(RunError):
    """The guest raised an exception, or left with an exit code that is not 0."""

    @property
    def type(self) -> str:
        """The name of the exception's type: "ValueError"."""
        error = self.result.error
        return error.type if error is not None else "SystemExit"

    @property
    def message(self) -> str:
        """str() of the exception."""
        error = self.result.error
        return error.message if error is not None else str(self.result.exit_code)

    @property
    def traceback(self) -> str:
        """As Python prints it, with the guest's frames only."""
        error = self.result.error
        return error.traceback if error is not None else ""


class LimitExceeded(RunError):
    """The run was stopped by one of its limits."""


class OutOfSteps(LimitExceeded):
    """By `steps`."""


class OutOfCpu(LimitExceeded):
    """By `cpu`, processor time."""


class OutOfTime(LimitExceeded):
    """By `time`, wall clock."""


class OutOfMemory(LimitExceeded):
    """By `memory`: a MemoryError that the guest did not catch."""


class OutOfCalls(LimitExceeded):
    """By `host_calls`."""


class Cancelled(RunError):
    """By cancel()."""


class Trapped(RunError):
    """By a bug in the guest's interpreter, contained: please report it."""


OF_OUTCOME: dict[str, type[RunError]] = {
    "raised": GuestError,
    "out_of_steps": OutOfSteps,
    "out_of_cpu": OutOfCpu,
    "out_of_time": OutOfTime,
    "out_of_memory": OutOfMemory,
    "out_of_calls": OutOfCalls,
    "cancelled": Cancelled,
    "trapped": Trapped,
}
