"""A session: one guest, that remembers what it ran."""

from __future__ import annotations

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

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping
    from types import TracebackType
    from typing import Any

    from .base import Functions, Input, OnOutput
    from .grants import Grant
    from .snapshot import Snapshot
    from .units import Duration, Size


class Session(SessionBase):
    """A guest that reaches nothing but what it is granted.

    Names that one run defines are there in the next. Every limit has a finite default;
    None is unlimited. Use it as a context manager, or call close(). One thread at a time
    uses a session; any number of sessions run at once.

    :param memory: bytes of the guest's memory: 65536, "64M"
    :param steps: metered steps of a run, the same on every machine
    :param cpu: processor time of a run: seconds, "250ms", a timedelta
    :param time: wall clock of a run, waiting and host functions included
    :param output: bytes kept of stdout, and of stderr; the rest is dropped and counted
    :param host_calls: calls of host functions in a run
    :param value: bytes of one value that crosses
    :param source: bytes of source of a run
    :param depth: nested Python calls
    :param functions: host functions, or a dict of names to them: "db.query" is `query` in
        a module `db`
    :param grants: what else the guest may do: Clock(), Random(), Files("data"), or by name,
        as the command has them and installed packages offer them: "clock", "files:path=data"
    :param audit: a file to which the session adds what it does, as JSON lines; it can be
        replayed
    :param argv: sys.argv of the guest
    :param on_output: called with "stdout" or "stderr" and text, as it is written
    :param transactional: a run that does not end well changes nothing
    """

    # --- running ---

    def run(
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
        """Runs code, and says how it ended: an ending is no exception, unless check is True.

        Limits that are given hold for this run only.

        :param inputs: globals of the guest that are set before
        :param stdin: what the guest reads from standard input: text, bytes, or a file
        :param name: what tracebacks call the code
        :param check: raise GuestError, OutOfTime, … if the run did not end well
        """
        limits = (
            None
            if memory is steps is cpu is time is output is host_calls is value is source
            is depth is DEFAULT
            else pack(memory, steps, cpu, time, output, host_calls, value, source, depth)
        )  # fmt: skip
        if type(code) is not str:
            check_text("code", code)
        if type(name) is not str:
            check_text("name", name)
        if on_output is not None:
            check_output(on_output)
        core = self._core
        if inputs is not None:
            check_inputs(inputs)
            for key, item in inputs.items():
                core.set(key, item)
        result = Result(
            core.run(
                code,
                name,
                limits,
                on_output or self._on_output,
                None if stdin is None else reader(stdin),
            )
        )
        return result.check() if check else result

    def call(self, function: str, /, *args: object, **keywords: object) -> Any:
        """Calls a function of the guest's; its value, or GuestError, OutOfTime, …"""
        result = Result(self._core.invoke(function, args, keywords, self._on_output))
        return value_of(result, f"what {function}() returned")

    def get(self, name: str, default: object = ABSENT) -> Any:
        """A global of the guest's; GuestError (NameError) or the default if there is none."""
        return global_of(self._core.get(name), name, default)

    def set(self, name: str, value: object) -> None:
        """Binds a global of the guest's to a copy of a value."""
        self._core.set(name, value)

    # --- copies ---

    def snapshot(self) -> Snapshot:
        """What the guest holds now, frozen: to fork, to save, to go back to."""
        from .snapshot import Snapshot

        return Snapshot._of(self._core.snapshot())

    def fork(self) -> Session:
        """Another session that goes on from here, with the same limits, functions and grants."""
        return self._twin(self._core.snapshot())

    def reset(self, to: Snapshot | None = None) -> None:
        """Back to how it began, or to a snapshot; functions, grants and limits are kept."""
        core: Any = getattr(to, "_core", to)
        self._core.reset(core)

    # --- life ---

    def close(self) -> None:
        """Frees the guest. Closing twice does nothing."""
        self._shut()

    def __enter__(self) -> Session:
        if self._core.closed:
            raise SessionError("the session is closed")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def run(
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
    functions: Functions = (),
    grants: Iterable[Grant | str] = (),
    audit: str | os.PathLike[str] | None = None,
    argv: Iterable[str] = (),
    transactional: bool = False,
    snapshot: Snapshot | None = None,
) -> Result:
    """Runs code in a session of its own, which is gone afterwards. Prints nothing."""
    with Session(
        memory=memory, steps=steps, cpu=cpu, time=time, output=output, host_calls=host_calls,
        value=value, source=source, depth=depth, functions=functions, grants=grants, argv=argv,
        on_output=on_output, audit=audit, transactional=transactional, snapshot=snapshot,
    ) as session:  # fmt: skip
        return session.run(code, inputs=inputs, stdin=stdin, name=name, check=check)
