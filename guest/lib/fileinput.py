"""fileinput: the lines of many files, one after the other."""

import os
import sys

_state = None


def input(files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
    global _state
    if _state and _state._file:
        raise RuntimeError("input() already active")
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def _asks(name):
    def ask():
        if not _state:
            raise RuntimeError("no active input()")
        return getattr(_state, name)()

    return ask


nextfile, filename, lineno, filelineno, fileno, isfirstline, isstdin = [
    _asks(name) for name in ("nextfile", "filename", "lineno", "filelineno", "fileno", "isfirstline", "isstdin")]


def close():
    global _state
    state, _state = _state, None
    if state:
        state.close()


class FileInput:
    def __init__(self, files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
        if isinstance(files, str) or hasattr(files, "__fspath__"):
            files = (os.fspath(files),)
        self._files = list(files or sys.argv[1:] or ("-",))
        if mode not in ("r", "rb"):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        if inplace and openhook:
            raise ValueError("FileInput cannot use an opening hook in inplace mode")
        self._inplace, self._backup, self._mode, self._hook, self._encoding, self._errors = inplace, backup, mode, openhook, encoding, errors
        self._name = self._file = self._saved = self._copy = None
        self._line = self._file_line = 0
        self._is_stdin = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self.nextfile()
        self._files = []

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def nextfile(self):
        file, self._file = self._file, None
        if self._saved is not None:
            output, sys.stdout, self._saved = sys.stdout, self._saved, None
            output.close()
        if file is not None and not self._is_stdin:
            file.close()
        copy, self._copy = self._copy, None
        if copy and not self._backup:
            try:
                os.unlink(copy)
            except OSError:
                pass
        self._is_stdin = False

    def _open(self):
        self._name = self._files.pop(0)
        self._file_line = 0
        if self._name == "-":
            self._name = "<stdin>"
            self._file = sys.stdin.buffer if "b" in self._mode else sys.stdin
            self._is_stdin = True
            return
        binary = "b" in self._mode
        encoding = None if binary else self._encoding
        if self._inplace:
            self._copy = os.fspath(self._name) + (self._backup or ".bak")
            if os.path.exists(self._copy):
                os.unlink(self._copy)
            os.rename(self._name, self._copy)
            self._file = open(self._copy, self._mode, -1, encoding, self._errors)
            self._saved, sys.stdout = sys.stdout, open(self._name, self._mode.replace("r", "w"), -1, encoding, self._errors)
        elif self._hook:
            self._file = self._hook(self._name, self._mode) if self._encoding is None else self._hook(
                self._name, self._mode, encoding=self._encoding, errors=self._errors)
        else:
            self._file = open(self._name, self._mode, -1, encoding, self._errors)

    def readline(self):
        while True:
            if self._file is None:
                if not self._files:
                    return b"" if "b" in self._mode else ""
                self._open()
            line = self._file.readline()
            if line:
                self._line += 1
                self._file_line += 1
                return line
            self.nextfile()

    def filename(self):
        return self._name

    def lineno(self):
        return self._line

    def filelineno(self):
        return self._file_line

    def fileno(self):
        return self._file.fileno() if self._file else -1

    def isfirstline(self):
        return self._file_line == 1

    def isstdin(self):
        return self._is_stdin


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    from gzip import open as gzip_open

    if filename.endswith(".gz"):
        return gzip_open(filename, mode if "b" in mode else mode + "t", encoding=None if "b" in mode else encoding, errors=errors)
    return open(filename, mode, -1, None if "b" in mode else encoding, errors)


def hook_encoded(encoding, errors=None):
    return lambda filename, mode: open(filename, mode, -1, encoding, errors)
