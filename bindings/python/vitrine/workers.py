"""Threads that run guests for event loops: few, for all sessions, and none without work.

They are daemons: a guest that computes on does not hold up the end of the process.
"""

from __future__ import annotations

import os
import threading
from queue import Empty, SimpleQueue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable
    from typing import Any

MOST = min(32, (os.cpu_count() or 1) + 4)  # guests compute, but their host functions may block
PATIENCE = 5  # seconds without work after which a thread ends


class Job:
    """Work for a thread. When it is done, `landed` is called on the loop."""

    def __init__(
        self, work: Callable[[], Any], loop: AbstractEventLoop, landed: Callable[[], object]
    ) -> None:
        self._work, self._loop, self._landed = work, loop, landed
        self._begun = threading.Lock()
        self._result: Any = None
        self._error: BaseException | None = None
        self.done = False

    def revoke(self) -> bool:
        """False if a thread has begun it; else none will."""
        return self._begun.acquire(blocking=False)

    def result(self) -> Any:
        """What the work returned, or raised."""
        if self._error is not None:
            raise self._error
        return self._result

    def run(self) -> None:
        if not self._begun.acquire(blocking=False):
            return
        try:
            self._result = self._work()
        except BaseException as error:
            self._error = error
        try:
            self._loop.call_soon_threadsafe(self._land)
        except RuntimeError:  # the loop is closed: nobody waits any more
            pass

    def _land(self) -> None:
        self.done = True
        self._landed()


_lock = threading.Lock()
_jobs: SimpleQueue[Job] = SimpleQueue()
_threads = 0
_load = 0  # jobs that wait or are on


def submit(job: Job) -> None:
    global _load, _threads
    with _lock:
        if _load >= _threads and _threads < MOST:
            _start()
        _load += 1
    _jobs.put(job)


def _start() -> None:
    global _threads
    try:
        thread = threading.Thread(target=_work, name="vitrine", daemon=True)
    except RuntimeError:  # a sub-interpreter without daemons, which waits for PATIENCE at its end
        thread = threading.Thread(target=_work, name="vitrine")
    try:
        thread.start()
    except RuntimeError:  # there are too many threads in the system
        if _threads == 0:
            raise
        return
    _threads += 1


def _work() -> None:
    global _load, _threads
    while True:
        try:
            _jobs.get(timeout=PATIENCE).run()
        except Empty:
            with _lock:
                if _load < _threads:
                    _threads -= 1
                    return
        else:
            with _lock:
                _load -= 1


def _forget() -> None:
    """In the child of a fork, which has none of the threads."""
    global _lock, _jobs, _threads, _load
    _lock, _jobs, _threads, _load = threading.Lock(), SimpleQueue(), 0, 0


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
