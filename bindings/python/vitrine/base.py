"""What a session is apart from running: how it begins, what its guest is given, how it ends."""

from __future__ import annotations

from . import _core
from .limits import DEFAULT, NOTHING, Default, Limits, pack
from .result import Result

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Mapping
    from typing import IO, Any, TypedDict, TypeVar, Union, overload

    from ._core import Snapshot as Frozen
    from .grants import Grant
    from .snapshot import Snapshot
    from .units import Duration, Size

    B = TypeVar("B", bound="SessionBase")
    F = TypeVar("F", bound=Callable[..., Any])
    Function = Callable[..., Any]
    Functions = Union[Iterable[Function], Mapping[str, Function]]
    OnOutput = Callable[[str, str], object]
    Input = Union[str, bytes, IO[str], IO[bytes]]

    class How(TypedDict, total=False):
        """What a session takes."""

        memory: Size | None | Default
        steps: int | None | Default
        cpu: Duration | None | Default
        time: Duration | None | Default
        output: Size | None | Default
        host_calls: int | None | Default
        value: Size | None | Default
        source: Size | None | Default
        depth: int | None | Default
        functions: Functions
        grants: Iterable[Grant | str]
        audit: str | os.PathLike[str] | None
        argv: Iterable[str]
        on_output: OnOutput | None
        transactional: bool
        snapshot: Snapshot | None

ABSENT = object()


class SessionBase:
    """Session and AsyncSession are this, and run."""

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
        grants: Iterable[Grant | str] = (),
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
        if snapshot is None:
            core = _core.session(limits, flags)
        else:
            if not hasattr(snapshot, "_core"):
                raise TypeError(f"snapshot must be a Snapshot, not {type(snapshot).__name__}")
            core = snapshot._core.fork(limits, flags)
        self._begin(core, limits, flags, argv, on_output, audit)
        if functions or grants:
            self._give(functions, grants)

    @classmethod
    def from_policy(
        cls: type[B],
        path: str | os.PathLike[str],
        *,
        functions: Functions = (),
        grants: Iterable[Grant | str] = (),
        audit: str | os.PathLike[str] | None = None,
        argv: Iterable[str] = (),
        on_output: OnOutput | None = None,
        snapshot: Snapshot | None = None,
    ) -> B:
        """A session with the limits and grants of a policy file, which is TOML.

        :param grants: more of them, of nothing that the policy grants
        """
        from .policy import read

        return cls(
            functions=functions, audit=audit, argv=argv, on_output=on_output, snapshot=snapshot,
            **read(path, grants),
        )  # fmt: skip

    def _twin(self: B, frozen: Frozen) -> B:
        """Another one that goes on from there, and is given the same."""
        limits, flags = self._how
        core = frozen.fork(limits, flags)
        twin = type(self).__new__(type(self))
        twin.__dict__.update(self.__dict__)  # of a subclass, too
        twin._begin(core, limits, flags, self._argv, self._on_output, self._audit)
        twin._give(self._functions, self._grants)
        return twin

    def _begin(
        self,
        core: _core.Session,
        limits: tuple[int, int, int, int, int, int, int, int, int],
        flags: int,
        argv: Iterable[str],
        on_output: OnOutput | None,
        audit: str | os.PathLike[str] | None,
    ) -> None:
        self._closers: list[Callable[[], object]] = []
        self._core = core
        self._audit = audit
        self._how = (limits, flags)
        self._on_output = on_output
        self._functions: dict[str, Function] = {}
        self._grants: list[Grant] = []
        try:
            check_output(on_output)
            self._argv = _several("argv", argv)
            for one in self._argv:
                check_text("an element of argv", one)
            if audit is not None:
                core.audit(audit)
            if self._argv:
                core.argv(*self._argv)
        except BaseException:
            core.close()
            raise

    def _give(self, functions: Any, grants: Iterable[Grant | str]) -> None:
        try:
            if hasattr(functions, "items"):
                for name, function in functions.items():
                    self._register(function, name)
            else:
                for function in _several("functions", functions):
                    self._register(function, None)
            if grants:
                from .grants import give

                give(self, _several("grants", grants))
        except BaseException:
            self._shut()
            raise

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
        if not isinstance(name, str):
            raise TypeError(f"the name of a host function must be str, not {type(name).__name__}")
        doc = _clean(getattr(function, "__doc__", None))
        shape = signature.of(name, function)
        if signature.is_async_generator(function):
            raise TypeError(f"{name}() is an async generator, which no guest can iterate over")
        if signature.is_async(function):
            self._offer_later(name, shape, doc, function)
        else:
            self._core.grant(name, shape, doc, function)
        self._functions[name] = function
        return function

    def _offer_later(
        self, name: str, shape: str | None, doc: str | None, function: Function
    ) -> None:
        raise TypeError(f"{name}() is async: a Session cannot await it, an AsyncSession can")

    def grant(self, grant: Grant | str) -> None:
        """Lets the guest do what a grant stands for: Clock(), "files:path=data"."""
        from .grants import as_grant

        grant = as_grant(grant)
        own = dict(self._functions)
        closer = grant.open(self)  # type: ignore[arg-type]  # both kinds have what it takes
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

    @property
    def limits(self) -> Limits:
        """The limits in force."""
        return Limits(self._core.limits())

    def cancel(self) -> None:
        """Ends the run that is on, from any thread; does nothing to an idle session."""
        self._core.cancel()

    # --- life ---

    @property
    def closed(self) -> bool:
        return self._core.closed

    @property
    def running(self) -> bool:
        return self._core.running

    def _shut(self) -> None:
        self._core.close()
        closers, self._closers = self._closers, []
        for closer in reversed(closers):
            closer()

    def __del__(self) -> None:
        core = getattr(self, "_core", None)
        if core is None or core.closed:
            return
        try:
            from warnings import warn
        except ImportError:  # the interpreter is going
            return
        warn(f"unclosed {self!r}", ResourceWarning, source=self)
        self._shut()

    def __repr__(self) -> str:
        state = "closed" if self.closed else "running" if self.running else "idle"
        return f"<vitrine.{type(self).__name__} {state} at {id(self):#x}>"

    def __reduce__(self) -> str:
        raise TypeError(f"no {type(self).__name__} can be pickled: pickle its snapshot()")


def _clean(doc: object) -> str | None:
    if not isinstance(doc, str):
        return None
    from inspect import cleandoc

    return cleandoc(doc)


def reader(stdin: Any) -> Callable[[int], bytes]:
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


def check_text(what: str, text: object) -> None:
    if not isinstance(text, str):
        raise TypeError(f"{what} must be str, not {type(text).__name__}")


def check_output(on_output: object) -> None:
    if on_output is None:
        return
    from .signature import is_async

    if not callable(on_output) or is_async(on_output):
        raise TypeError(f"on_output must be a plain function, not {on_output!r}")


def check_inputs(inputs: object) -> None:
    if not hasattr(inputs, "items"):
        raise TypeError(f"inputs must be a dict, not {type(inputs).__name__}")


def _several(what: str, given: Any) -> tuple[Any, ...]:
    if isinstance(given, str) or not hasattr(given, "__iter__"):
        raise TypeError(f"{what}: a list of them is wanted, not {given!r}")
    return tuple(given)


def global_of(parts: tuple[Any, ...], name: str, default: object) -> Any:
    result = Result(parts)
    absent = result.error is not None and result.error.type == "NameError"
    return default if absent and default is not ABSENT else value_of(result, name)


def value_of(result: Result, what: str) -> Any:
    result.check()
    if result.repr is not None and not result._crossed:
        raise TypeError(f"{what} is no plain data and cannot cross: {result.repr}")
    return result.value
