"""shelve: a dict whose values are pickled, kept in one file that is written when it is closed."""

import dbm
from collections.abc import MutableMapping
from pickle import dumps, loads


class Shelf(MutableMapping):
    def __init__(self, dict, protocol=None, writeback=False, keyencoding="utf-8"):
        self.dict = dict
        self.writeback = writeback
        self.keyencoding = keyencoding
        self.cache = {}

    def _open(self):
        if self.dict is None:
            raise ValueError("invalid operation on closed shelf")
        return self.dict

    def __iter__(self):
        for key in self._open().keys():
            yield key.decode(self.keyencoding)

    def __len__(self):
        return len(self._open())

    def __contains__(self, key):
        return key.encode(self.keyencoding) in self._open()

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __getitem__(self, key):
        if key in self.cache:
            return self.cache[key]
        value = loads(self._open()[key.encode(self.keyencoding)])
        if self.writeback:
            self.cache[key] = value
        return value

    def __setitem__(self, key, value):
        if self.writeback:
            self.cache[key] = value
        self._open()[key.encode(self.keyencoding)] = dumps(value)

    def __delitem__(self, key):
        del self._open()[key.encode(self.keyencoding)]
        self.cache.pop(key, None)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def sync(self):
        for key, value in self.cache.items():
            self.dict[key.encode(self.keyencoding)] = dumps(value)
        self.cache.clear()
        if hasattr(self.dict, "sync"):
            self.dict.sync()

    def close(self):
        if self.dict is not None:
            self.sync()
            if hasattr(self.dict, "close"):
                self.dict.close()
            self.dict = None


class DbfilenameShelf(Shelf):
    def __init__(self, filename, flag="c", protocol=None, writeback=False):
        Shelf.__init__(self, dbm.open(filename, flag), protocol, writeback)


BsdDbShelf = Shelf


def open(filename, flag="c", protocol=None, writeback=False):
    return DbfilenameShelf(filename, flag, protocol, writeback)
