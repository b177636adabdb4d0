"""asyncio: blocks of code that end in time."""

import time

from . import core
from .core import CancelledError, TimeoutError
from .tasks import _loop


class Timeout:
    def __init__(self, when):
        self._when, self._expired, self._timer = when, False, None

    def when(self):
        return self._when

    def expired(self):
        return self._expired

    def reschedule(self, when):
        if self._timer is not None:
            self._timer.cancel()
        self._when, self._timer = when, None
        if when is not None:
            self._timer = _loop.call_at(when, self._expire)

    def _expire(self):
        self._expired = True
        self._task.cancel()

    async def __aenter__(self):
        self._task = core.cur_task
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, tb):
        if self._timer is not None:
            self._timer.cancel()
        if self._expired and kind is not None and issubclass(kind, CancelledError):
            raise TimeoutError() from error


def timeout(delay):
    return Timeout(None if delay is None else time.monotonic() + delay)


def timeout_at(when):
    return Timeout(when)
