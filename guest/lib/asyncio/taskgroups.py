"""asyncio: tasks that end together."""

from . import core
from .core import CancelledError
from .tasks import _all_done, _until, create_task


class TaskGroup:
    def __init__(self):
        self._tasks, self._errors, self._aborting, self._inside = [], [], False, False

    async def __aenter__(self):
        self._parent, self._inside = core.cur_task, True
        return self

    def create_task(self, coro, *, name=None, context=None):
        if self._aborting or not self._inside and all([task.done() for task in self._tasks]):
            coro.close()
            raise RuntimeError("TaskGroup %r is %s" % (self, "shutting down" if self._aborting else "finished"))
        task = create_task(coro, name=name)
        self._tasks.append(task)
        task.add_done_callback(self._on_done)
        return task

    def _on_done(self, task):
        if task.cancelled() or task.exception() is None:
            return
        self._errors.append(task.exception())
        if not self._aborting:
            self._abort()
            if self._inside:
                self._cancelled_parent = True
                self._parent.cancel()

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    async def __aexit__(self, kind, error, tb):
        self._inside = False
        cancelled = kind is not None and issubclass(kind, CancelledError)
        by_us = cancelled and getattr(self, "_cancelled_parent", False)
        if kind is not None and not self._aborting:
            self._abort()
        again = None
        while not _all_done(self._tasks):
            try:
                await _until(list(self._tasks), _all_done)
            except CancelledError as stopped:
                again = stopped
                self._abort()
        if again is not None and not self._errors:
            raise again
        if cancelled and not by_us and not self._errors:
            return False
        if kind is not None and not cancelled:
            if not isinstance(error, Exception):
                return False
            self._errors.append(error)
        if self._errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors)
        return by_us
