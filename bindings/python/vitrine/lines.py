"""Lines typed at a terminal, for the command's REPL: readline edits them and keeps a history."""

from __future__ import annotations

import os
import readline
import signal
import threading

MOST = 1000  # lines of the history

_file: str | None = None  # to keep the history in


def begin(history: str | None) -> str:
    """Reads the history; what is wrong with the file, or nothing."""
    global _file
    readline.clear_history()
    readline.set_history_length(MOST)
    if "libedit" not in (readline.__doc__ or ""):
        readline.parse_and_bind(r'"\t": "    "')
    try:
        if history is not None and os.path.exists(history):
            readline.read_history_file(history)
    except OSError as error:
        return f"{history}: {error.strerror or 'this is no history file'}"
    _file = history
    return ""


def read(prompt: str) -> str:
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)
    return input(prompt)


def end() -> str:
    """Keeps the history, which is not for others; what is wrong, or nothing."""
    global _file
    file, _file = _file, None
    if file is None:
        return ""
    before = os.umask(0o077)
    try:
        readline.write_history_file(file)
    except OSError as error:
        return f"{file}: {error.strerror}"
    finally:
        os.umask(before)
    return ""
