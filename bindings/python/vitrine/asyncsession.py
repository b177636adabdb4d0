"""A session for event loops: the methods of Session, awaited."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from functools import partial

from .asyncrun import AsyncRun, inside
from .base import (
    ABSENT,
    SessionBase,
    check_inputs,
    check_output,
    check_text,
    global_of,
    reader,
    value_of,
)
from .errors import SessionError
from .limits import DEFAULT, Default, pack
from .result import Result
from .snapshot import Snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from types import TracebackType
    from typing import Any

    from typing_extensions import Unpack

    from . import _core
    from .base import Function, How, Input, OnOutput
    from .units import Duration, Size


class AsyncSession(SessionBase):
    """A Session for asyncio: what runs the guest is awaited, and other tasks go on meanwhile.

    Takes what Session takes. A host function that is `async def` runs on the loop, and the
    guest awaits it; a plain one runs in a worker thread, where it may block. A guest has a
    thread while it computes, and none while it waits. The runs of one session queue. To
    cancel the task that awaits a run ends the run, and the session lives on. on_output is
    called on the loop.

    :param awaited: whether the guest awaits async host functions; if not, it calls them as
        any other, and its run waits there
    """

    def __init__(self, *, awaited: bool = True, **how: Unpack[How]) -> None:
        self._awaited = awaited
        super().__init__(**how)

    def _begin(self, core: _core.Session, *how: Any) -> None:
        self._later: dict[str, Function] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._lock: asyncio.Lock | None = None
        self._on: AsyncRun | None = None
        self._closing = False
        super()._begin(core, *how)

    def _offer_later(
        self, name: str, shape: str | None, doc: str | None, function: Function
    ) -> None:
        self._core.grant_later(name, shape, doc, self._awaited)
        self._later[name] = function

    # --- taking turns ---

    @asynccontextmanager
    async def _turn(
        self, on_output: OnOutput | None = None, closing: bool = False
    ) -> AsyncIterator[AsyncRun]:
        """The session is the caller's, after those that came before."""
        loop = asyncio.get_running_loop()
        if self._lock is None or self._loop is not loop:
            await self._leave(self._loop)
            self._loop, self._lock = loop, asyncio.Lock()
        self._refuse_own()
        async with self._lock:
            if self._closing and not closing:
                raise SessionError("the session is closed")
            self._core.drop()  # what a loop that has ended left waiting
            self._on = AsyncRun(self._core, self._later, on_output)
            try:
                yield self._on
            finally:
                self._on = None

    async def _leave(self, loop: asyncio.AbstractEventLoop | None) -> None:
        """Nothing of the session's goes on on another loop."""
        if self._on is None or loop is None:
            return
        if not loop.is_closed():
            raise SessionError("the session is running on another event loop")
        self._core.cancel()
        while self._core.running:  # in a worker thread, which cannot tell that loop
            await asyncio.sleep(0.001)
        self._on = None

    def _refuse_own(self) -> None:
        if self._on is not None and self._on.mark in inside.get():
            raise SessionError(
                "the session is running: its own host functions cannot use it; take another "
                "session, or a fork"
            )

    async def _ask(self, work: Callable[[], Any]) -> Any:
        async with self._turn() as turn:
            return await turn.drive(work)

    def cancel(self) -> None:
        """Ends the run that is on, from any thread; does nothing to an idle session."""
        on = self._on
        if on is not None:
            on.cancel()

    # --- running ---

    async def run(
        self,
        code: str,
        *,
        inputs: Mapping[str, object] | None = None,
        stdin: Input | None = None,
        name: str = "<run>",
        check: bool = False,
        on_output: OnOutput | None = None,
        memory: Size | None | Default = DEFAULT,
        steps: int | None | Default = DEFAULT,
        cpu: Duration | None | Default = DEFAULT,
        time: Duration | None | Default = DEFAULT,
        output: Size | None | Default = DEFAULT,
        host_calls: int | None | Default = DEFAULT,
        value: Size | None | Default = DEFAULT,
        source: Size | None | Default = DEFAULT,
        depth: int | None | Default = DEFAULT,
    ) -> Result:
        """Session.run(), awaited. Limits of time go on while it waits, but not those of cpu."""
        limits = pack(memory, steps, cpu, time, output, host_calls, value, source, depth)
        if type(code) is not str:
            check_text("code", code)
        if type(name) is not str:
            check_text("name", name)
        if on_output is not None:
            check_output(on_output)
        if inputs is not None:
            check_inputs(inputs)
        read = None if stdin is None else reader(stdin)
        core = self._core
        async with self._turn(on_output or self._on_output) as turn:
            for key, item in (inputs or {}).items():
                core.set(key, item)
            start = partial(core.start, code, name, limits, turn.write, read)
            result = Result(await turn.drive(start, read))
        return result.check() if check else result

    async def call(self, function: str, /, *args: object, **keywords: object) -> Any:
        """Session.call(), awaited."""
        async with self._turn(self._on_output) as turn:
            start = partial(self._core.start_invoke, function, args, keywords, turn.write)
            result = Result(await turn.drive(start))
        return value_of(result, f"what {function}() returned")

    async def get(self, name: str, default: object = ABSENT) -> Any:
        """Session.get(), awaited."""
        return global_of(await self._ask(partial(self._core.get, name)), name, default)

    async def set(self, name: str, value: object) -> None:
        """Session.set(), awaited."""
        async with self._turn():
            self._core.set(name, value)

    # --- copies ---

    async def snapshot(self) -> Snapshot:
        """Session.snapshot(), awaited."""
        return Snapshot._of(await self._ask(self._core.snapshot))

    async def fork(self) -> AsyncSession:
        """Session.fork(), awaited."""
        return self._twin(await self._ask(self._core.snapshot))

    async def reset(self, to: Snapshot | None = None) -> None:
        """Session.reset(), awaited."""
        core: Any = getattr(to, "_core", to)
        async with self._turn():
            self._core.reset(core)

    # --- life ---

    @property
    def running(self) -> bool:
        return self._on is not None

    async def close(self) -> None:
        """Ends the run that is on, refuses those that queue, and frees the guest. Closing
        twice does nothing."""
        self._refuse_own()
        self._closing = True
        try:
            self.cancel()
            async with self._turn(closing=True):
                self._shut()
        finally:
            self._closing = self._core.closed

    async def __aenter__(self) -> AsyncSession:
        if self._core.closed:
            raise SessionError("the session is closed")
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()
