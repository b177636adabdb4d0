"""The errors of micropython-wasm, with what a failed run wrote."""

from __future__ import annotations


class MicroPythonWasmError(RuntimeError):
    """A run failed, or could not begin.

    `stdout` and `stderr` are what the guest wrote until then; `traceback` is where it
    raised, "" if it did not.
    """

    stdout = ""
    stderr = ""
    traceback = ""


class MicroPythonWasmArtifactNotFound(MicroPythonWasmError):
    """wasm_path names nothing that is there."""


class MicroPythonSessionClosed(MicroPythonWasmError):
    """The session was closed."""
