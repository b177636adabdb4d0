"""A session: one guest, that remembers what it ran."""

from __future__ import annotations

from . import _core
from .errors import SessionError
from .limits import DEFAULT, NOTHING, Default, Limits, pack
from .result import Result

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Mapping
    from types import TracebackType
    from typing import IO, Any, TypeVar, Union, overload

    from .grants import Grant
    from .snapshot import Snapshot
    from .units import Duration, Size

    F = TypeVar("F", bound=Callable[..., Any])
    Function = Callable[..., Any]
    Functions = Union[Iterable[Function], Mapping[str, Function]]
    OnOutput = Callable[[str, str], object]
    Input = Union[str, bytes, IO[str], IO[bytes]]

_ABSENT = object()


class Session:
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
    :param grants: what else the guest may do: Clock(), Random(), Files("data")
    :param audit: a file to which the session adds what it does, as JSON lines; it can be
        replayed
    :param argv: sys.argv of the guest
    :param on_output: called with "stdout" or "stderr" and text, as it is written
    :param transactional: a run that does not end well changes nothing
    """

    def __init__(
        self,
        *,
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
        grants: Iterable[Grant] = (),
        audit: str | os.PathLike[str] | None = None,
        argv: Iterable[str] = (),
        on_output: OnOutput | None = None,
        transactional: bool = False,
        snapshot: Snapshot | None = None,
    ) -> None:
        limits = (
            NOTHING
            if memory is steps is cpu is time is output is host_calls is value is source
            is depth is DEFAULT
            else pack(memory, steps, cpu, time, output, host_calls, value, source, depth)
        )  # fmt: skip
        flags = _core.EXPLAINED | (_core.TRANSACTIONAL if transactional else 0)
        core = (
            _core.session(limits, flags) if snapshot is None else snapshot._core.fork(limits, flags)
        )
        self._begin(core, limits, flags, argv, on_output, audit)
        if functions or grants:
            self._give(functions, grants)

    def _begin(
        self,
        core: _core.Session,
        limits: tuple[int, int, int, int, int, int, int, int, int],
        flags: int,
        argv: Iterable[str],
        on_output: OnOutput | None,
        audit: str | os.PathLike[str] | None,
    ) -> None:
        self._core = core
        self._audit = audit
        self._how = (limits, flags)
        self._argv = tuple(argv)
        self._on_output = on_output
        self._functions: dict[str, Function] = {}
        self._grants: list[Grant] = []
        self._closers: list[Callable[[], object]] = []
        try:
            if audit is not None:
                core.audit(audit)
            if self._argv:
                core.argv(*self._argv)
        except BaseException:
            core.close()
            raise

    def _give(self, functions: Any, grants: Iterable[Grant]) -> None:
        try:
            if hasattr(functions, "items"):
                for name, function in functions.items():
                    self._register(function, name)
            else:
                for function in functions:
                    self._register(function, None)
            if grants:
                from .grants import give

                give(self, grants)
        except BaseException:
            self.close()
            raise

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
        if type(code) is not str and not isinstance(code, str):
            raise TypeError(f"code must be str, not {type(code).__name__}")
        core = self._core
        if inputs is not None:
            for key, item in inputs.items():
                core.set(key, item)
        result = Result(
            core.run(
                code,
                name,
                limits,
                on_output or self._on_output,
                None if stdin is None else _reader(stdin),
            )
        )
        return result.check() if check else result

    def call(self, function: str, /, *args: object) -> Any:
        """Calls a function of the guest's; its value, or GuestError, OutOfTime, …"""
        return _value_of(
            Result(self._core.invoke(function, args, self._on_output)), f"what {function}() returned"
        )

    def get(self, name: str, default: object = _ABSENT) -> Any:
        """A global of the guest's; GuestError (NameError) or the default if there is none."""
        result = Result(self._core.get(name))
        absent = result.error is not None and result.error.type == "NameError"
        return default if absent and default is not _ABSENT else _value_of(result, name)

    def set(self, name: str, value: object) -> None:
        """Binds a global of the guest's to a copy of a value."""
        self._core.set(name, value)

    def cancel(self) -> None:
        """Ends the run that is on, from any thread; does nothing to an idle session."""
        self._core.cancel()

    # --- what the guest may do ---

    if TYPE_CHECKING:

        @overload
        def function(self, function: F, /) -> F: ...
        @overload
        def function(self, function: None = None, /, *, name: str) -> Callable[[F], F]: ...
        def function(self, function: Any = None, /, *, name: Any = None) -> Any: ...

    else:

        def function(self, function=None, /, *, name=None):
            """Offers a host function, as a decorator: @s.function, @s.function(name="db.query").

            Arguments are checked against its annotations before it is called.
            """
            if function is None:
                return lambda function: self._register(function, name)
            return self._register(function, name)

    def _register(self, function: F, name: str | None) -> F:
        from . import signature

        if not callable(function):
            raise TypeError(f"a host function must be callable, not {type(function).__name__}")
        name = name if name is not None else getattr(function, "__name__", None)
        if name is None:
            raise TypeError(f"{function!r} has no name: functions={{'name': it}}")
        if signature.is_async(function):
            raise TypeError(f"{name}() is async: a Session cannot await it")
        doc = getattr(function, "__doc__", None)
        self._core.grant(name, signature.of(name, function), _clean(doc), function)
        self._functions[name] = function
        return function

    def grant(self, grant: Grant) -> None:
        """Lets the guest do what a grant stands for."""
        open = getattr(grant, "open", None)
        if open is None:
            raise TypeError(f"a grant is Clock(), Random(), …, not {type(grant).__name__}")
        own = dict(self._functions)
        closer = open(self)
        self._functions = own  # those of the grant's are its own to make anew
        if closer is not None:
            self._closers.append(closer)
        self._grants.append(grant)

    def describe(self, most: int = 4096) -> str:
        """What a model has to know to write code for this session, in at most so many bytes:
        the dialect, limits, what is granted, and host functions."""
        return self._core.describe(most)

    def tools(self) -> list[dict[str, Any]]:
        """The host functions as tool descriptions with JSON Schema."""
        from json import loads

        tools: list[dict[str, Any]] = loads(self._core.tools())
        return tools

    # --- limits ---

    @property
    def limits(self) -> Limits:
        """The limits in force."""
        return Limits(self._core.limits())

    # --- copies ---

    def snapshot(self) -> Snapshot:
        """What the guest holds now, frozen: to fork, to save, to go back to."""
        from .snapshot import Snapshot

        return Snapshot._of(self._core.snapshot())

    def fork(self) -> Session:
        """Another session that goes on from here, with the same limits, functions and grants."""
        twin = type(self).__new__(type(self))
        limits, flags = self._how
        core = self._core.snapshot().fork(limits, flags)
        twin._begin(core, limits, flags, self._argv, self._on_output, self._audit)
        twin._give(self._functions, self._grants)
        return twin

    def reset(self, to: Snapshot | None = None) -> None:
        """Back to how it began, or to a snapshot; functions, grants and limits are kept."""
        core: Any = getattr(to, "_core", to)
        self._core.reset(core)

    # --- life ---

    @property
    def closed(self) -> bool:
        return self._core.closed

    @property
    def running(self) -> bool:
        return self._core.running

    def close(self) -> None:
        """Frees the guest. Closing twice does nothing."""
        self._core.close()
        closers, self._closers = self._closers, []
        for closer in reversed(closers):
            closer()

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

    def __del__(self) -> None:
        core = getattr(self, "_core", None)
        if core is None or core.closed:
            return
        try:
            from warnings import warn
        except ImportError:  # the interpreter is going
            return
        warn(f"unclosed {self!r}", ResourceWarning, source=self)
        self.close()

    def __repr__(self) -> str:
        state = "closed" if self.closed else "running" if self.running else "idle"
        return f"<vitrine.Session {state} at {id(self):#x}>"

    def __reduce__(self) -> str:
        raise TypeError("a Session cannot be pickled: pickle its snapshot()")


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
    grants: Iterable[Grant] = (),
    audit: str | os.PathLike[str] | None = None,
    argv: Iterable[str] = (),
    snapshot: Snapshot | None = None,
) -> Result:
    """Runs code in a session of its own, which is gone afterwards. Prints nothing."""
    with Session(
        memory=memory, steps=steps, cpu=cpu, time=time, output=output, host_calls=host_calls,
        value=value, source=source, depth=depth, functions=functions, grants=grants, argv=argv,
        on_output=on_output, audit=audit, snapshot=snapshot,
    ) as session:  # fmt: skip
        return session.run(code, inputs=inputs, stdin=stdin, name=name, check=check)


def _value_of(result: Result, what: str) -> Any:
    result.check()
    if result.repr is not None and not result._crossed:
        raise TypeError(f"{what} is no plain data and cannot cross: {result.repr}")
    return result.value


def _clean(doc: object) -> str | None:
    if not isinstance(doc, str):
        return None
    from inspect import cleandoc

    return cleandoc(doc)


def _reader(stdin: Any) -> Callable[[int], bytes]:
    """Bytes by lines: what a run leaves of a line it has begun, the next could still read."""
    from io import BytesIO

    if isinstance(stdin, str):
        stdin = stdin.encode()
    if isinstance(stdin, (bytes, bytearray, memoryview)):
        return BytesIO(stdin).readline
    readline = getattr(stdin, "readline", None)
    if readline is None:
        raise TypeError(f"stdin must be str, bytes or a file, not {type(stdin).__name__}")

    def read(size: int) -> bytes:
        line = readline(max(1, size // 4))  # of text, characters of up to four bytes
        return line.encode() if isinstance(line, str) else bytes(line)

    return read
