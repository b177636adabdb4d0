import os

tempdir = None
template = "tmp"
TMP_MAX = 10000
_count = 0


def gettempdir():
    if tempdir is not None:
        return tempdir
    from _filesystem import find, places

    for folder in ("/tmp",) + tuple(places()):
        try:
            place, path = find(folder)
        except OSError:
            continue
        if place.folder and place.writable:
            return folder
    raise PermissionError(13, "no directory is granted for temporary files (grant: scratch)")


def gettempdirb():
    return gettempdir().encode()


def gettempprefix():
    return template


def gettempprefixb():
    return template.encode()


# The names need no chance: what is there already is passed over.
def _make(make, suffix, prefix, dir):
    global _count
    kinds = set([type(part) for part in (suffix, prefix, dir) if isinstance(part, (str, bytes))])
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    as_bytes = bytes in kinds
    if dir is None:
        dir = gettempdirb() if as_bytes else gettempdir()
    if prefix is None:
        prefix = template.encode() if as_bytes else template
    while True:
        _count += 1
        name = "%08d" % _count
        path = os.path.abspath(os.path.join(dir, prefix + (name.encode() if as_bytes else name) + (suffix or (b"" if as_bytes else ""))))
        try:
            return make(path), path
        except FileExistsError:
            pass


def mkdtemp(suffix=None, prefix=None, dir=None):
    return _make(os.mkdir, suffix, prefix, dir)[1]


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    return _make(lambda path: os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL), suffix, prefix, dir)


def mktemp(suffix="", prefix=template, dir=None):
    global _count
    _count += 1
    return os.path.abspath(os.path.join(dir or gettempdir(), prefix + "%08d" % _count + suffix))


class _TemporaryFileWrapper:
    def __init__(self, file, name, delete=True):
        self.file = file
        self.name = name
        self.delete = delete

    def __getattr__(self, name):
        return getattr(self.__dict__["file"], name)

    def __iter__(self):
        return iter(self.file)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *args):
        self.close()

    def __repr__(self):
        return "<%s %r>" % (type(self).__name__, self.file)

    def close(self):
        if not self.file.closed:
            self.file.close()
            if self.delete:
                os.unlink(self.name)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None):
    def make(path):
        # As CPython does: the file is made, then opened as asked.
        open(path, "xb").close()
        try:
            return open(path, mode, buffering, encoding, errors, newline)
        except BaseException:
            os.unlink(path)
            raise

    file, name = _make(make, suffix, prefix, dir)
    return _TemporaryFileWrapper(file, name, delete)


TemporaryFile = NamedTemporaryFile


# In memory, until it is larger than it may be, or asked for its number.
class SpooledTemporaryFile:
    _rolled = False

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
        from io import BytesIO, TextIOWrapper

        self._file = BytesIO() if "b" in mode else TextIOWrapper(BytesIO(), encoding or "utf-8", errors, newline)
        self._max_size = max_size
        self._args = mode, buffering, encoding, newline, suffix, prefix, dir
        self._mode = mode

    def _check(self):
        if self._max_size and not self._rolled and self._file.tell() > self._max_size:
            self.rollover()

    def rollover(self):
        if not self._rolled:
            file = TemporaryFile(*self._args)
            at = self._file.tell()
            self._file.seek(0)
            file.write(self._file.read())
            file.seek(at)
            self._file = file
            self._rolled = True

    @property
    def name(self):
        return self._file.name if self._rolled else None

    @property
    def mode(self):
        return self._mode

    def write(self, data):
        n = self._file.write(data)
        self._check()
        return n

    def writelines(self, lines):
        self._file.writelines(lines)
        self._check()

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def __getattr__(self, name):
        return getattr(self.__dict__["_file"], name)

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, *args):
        self._file.close()


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore = ignore_cleanup_errors

    def __repr__(self):
        return "<TemporaryDirectory %r>" % self.name

    def __enter__(self):
        return self.name

    def __exit__(self, *args):
        self.cleanup()

    def cleanup(self):
        if os.path.exists(self.name):
            from shutil import rmtree

            rmtree(self.name, self._ignore)
