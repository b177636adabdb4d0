"""One run on an event loop: the guest computes in a worker thread, slice by slice, and between
slices its calls of async host functions are tasks of the loop.

What ends the run from outside (its task is cancelled, a callback raises KeyboardInterrupt) is
kept, cancels the guest, and is raised when the guest and all tasks have ended.
"""

from __future__ import annotations

import asyncio
from contextvars import ContextVar, copy_context
from functools import partial

from .errors import HostError
from .workers import Job, submit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from . import _core
    from .base import Function, OnOutput

# The marks of the runs whose host functions are being called here.
inside: ContextVar[tuple[object, ...]] = ContextVar("vitrine.inside", default=())


class AsyncRun:
    """Has a session's core to itself while drive() goes on."""

    def __init__(
        self, core: _core.Session, functions: Mapping[str, Function], on_output: OnOutput | None
    ) -> None:
        self._core = core
        self._functions = functions
        self._on_output = on_output
        self.write = None if on_output is None else self._write
        self._loop = asyncio.get_running_loop()
        self._context = copy_context()
        self.mark = object()
        self._context.run(inside.set, (*inside.get(), self.mark))
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._given_up: set[int] = set()
        self._answers: list[tuple[Callable[[int, Any], None], int, Any]] = []
        self._waiter: asyncio.Future[None] | None = None
        self._error: BaseException | None = None

    # --- the run ---

    async def drive(
        self, begin: Callable[[], Any], read: Callable[[int], bytes] | None = None
    ) -> Any:
        """Calls begin, goes on whenever the guest can, and returns what came of it."""
        core, step = self._core, None
        core.arm()
        try:
            step = await self._slice(begin)
            while core.waiting and self._error is None:
                await self._serve(*step)
                step = await self._slice(partial(core.resume, self.write, read))
        except GeneratorExit:  # the loop has ended before the run
            core.cancel()
            raise
        except BaseException as error:
            self._fail(error)
        core.drop()
        core.disarm()
        for number, task in self._tasks.items():
            self._give_up(number, task)
        while self._tasks:
            await self._wait()
        if self._error is not None:
            raise self._error
        return step

    async def _slice(self, work: Callable[[], Any]) -> Any:
        job = Job(partial(self._context.run, work), self._loop, self._wake)
        submit(job)
        while not job.done and (self._error is None or not job.revoke()):
            await self._wait()
        return job.result()

    def cancel(self) -> None:
        """Ends the run, which tells so. From any thread."""
        self._core.cancel()
        try:
            self._loop.call_soon_threadsafe(self._wake)
        except RuntimeError:  # the loop is closed
            pass

    def _fail(self, error: BaseException) -> None:
        """Ends the run. The first reason is the one that goes on."""
        if self._error is None:
            self._error = error
        self._core.cancel()
        self._wake()

    # --- waiting ---

    async def _wait(self) -> None:
        """Until something has happened."""
        self._waiter = self._loop.create_future()
        try:
            await self._waiter
        except asyncio.CancelledError as error:
            self._fail(error)
        finally:
            self._waiter = None

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    # --- host functions ---

    async def _serve(
        self,
        seconds: float | None,
        calls: list[tuple[int, str, tuple[Any, ...], dict[str, Any] | None]],
        waiting: list[int],
    ) -> None:
        """Makes the calls, waits until there is an answer or the guest has slept its time, and
        answers."""
        for number, name, args, keywords in calls:
            call = self._call(number, self._functions[name], args, keywords or {})
            task = self._context.run(self._loop.create_task, call)
            self._tasks[number] = task
            task.add_done_callback(partial(self._ended, number))
        for number in self._tasks.keys() - waiting:
            self._give_up(number, self._tasks[number])
        timer = None if seconds is None else self._loop.call_later(seconds, self._wake)
        if not self._answers:
            await self._wait()
        if timer is not None:
            timer.cancel()
        answers, self._answers = self._answers, []
        for answer, number, value in answers:
            answer(number, value)

    async def _call(
        self, number: int, function: Function, args: tuple[Any, ...], keywords: dict[str, Any]
    ) -> None:
        answer: Callable[[int, Any], None] = self._core.refuse
        value: Any
        try:
            value = await function(*args, **keywords)
            answer = self._core.answer
        except asyncio.CancelledError:
            if number in self._given_up:
                raise
            value = HostError("CancelledError")
        except Exception as error:
            value = error
        except BaseException as error:
            self._fail(error)
            return
        self._answers.append((answer, number, value))
        self._wake()

    def _give_up(self, number: int, task: asyncio.Task[None]) -> None:
        """The guest does not want the answer any more."""
        if number not in self._given_up:
            self._given_up.add(number)
            task.cancel()

    def _ended(self, number: int, task: asyncio.Task[None]) -> None:
        self._tasks.pop(number)
        self._wake()

    # --- output ---

    def _write(self, stream: str, text: str) -> None:
        """From the guest's thread."""
        self._loop.call_soon_threadsafe(self._output, stream, text)

    def _output(self, stream: str, text: str) -> None:
        if self._on_output is None or self._error is not None:
            return
        try:
            self._on_output(stream, text)
        except BaseException as error:
            self._fail(error)
