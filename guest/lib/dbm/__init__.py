"""dbm: bytes by bytes, in one file that is written when it is closed."""

import builtins
import os
from collections.abc import MutableMapping
from pickle import dumps, loads


class _Error(OSError):
    pass


error = _Error, OSError
_HEAD = b"dbm of Vitrine\n"


def _bytes(key):
    if isinstance(key, str):
        return key.encode()
    if not isinstance(key, (bytes, bytearray)):
        raise TypeError("keys must be bytes or strings")
    return bytes(key)


class _Database(MutableMapping):
    def __init__(self, path, flag):
        self._path, self._flag, self._changed = os.fspath(path), flag, False
        self._items = {}
        if flag not in ("r", "w", "c", "n"):
            raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
        if flag == "n" or flag == "c" and not os.path.exists(self._path):
            self._changed = True
            self.sync()
            return
        if not os.path.exists(self._path):
            raise _Error(2, "db type could not be determined" if flag == "r" else "No such file or directory", self._path)
        with builtins.open(self._path, "rb") as f:
            data = f.read()
        if not data.startswith(_HEAD):
            raise _Error("db type could not be determined")
        self._items = loads(data[len(_HEAD):])

    def _open(self):
        if self._items is None:
            raise _Error("DBM object has already been closed")
        return self._items

    def __getitem__(self, key):
        return self._open()[_bytes(key)]

    def __setitem__(self, key, value):
        if self._flag == "r":
            raise _Error("The database is opened for reading only")
        self._open()[_bytes(key)] = _bytes(value)
        self._changed = True

    def __delitem__(self, key):
        if self._flag == "r":
            raise _Error("The database is opened for reading only")
        del self._open()[_bytes(key)]
        self._changed = True

    def keys(self):
        return list(self._open())

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._open())

    def __contains__(self, key):
        return _bytes(key) in self._open()

    def firstkey(self):
        return next(iter(self._open()), None)

    def sync(self):
        if self._changed and self._items is not None:
            with builtins.open(self._path, "wb") as f:
                f.write(_HEAD + dumps(self._items))
            self._changed = False

    reorganize = sync

    def close(self):
        self.sync()
        self._items = None

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


def open(file, flag="r", mode=0o666):
    return _Database(file, flag)


def whichdb(filename):
    try:
        with builtins.open(filename, "rb") as f:
            return "dbm.dumb" if f.read(len(_HEAD)) == _HEAD else ""
    except OSError:
        return None
