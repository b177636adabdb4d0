import os

tempdir = None
template = "tmp"
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


# The names need no chance: what is there already is passed over.
def _make(make, suffix, prefix, dir):
    global _count
    if dir is None:
        dir = gettempdir()
    while True:
        _count += 1
        path = os.path.join(dir, (template if prefix is None else prefix) + "%08d" % _count + (suffix or ""))
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
    return os.path.join(dir or gettempdir(), prefix + "%08d" % _count + suffix)


class _Temporary:
    def __init__(self, file, name, delete):
        self.file = file
        self.name = name
        self.delete = delete

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __iter__(self):
        return iter(self.file)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        if not self.file.closed:
            self.file.close()
            if self.delete:
                os.unlink(self.name)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None):
    def make(path):
        return open(path, "x" + mode.replace("w", "").replace("x", "").replace("r", "").replace("a", ""), buffering, encoding, errors, newline)

    file, name = _make(make, suffix, prefix, dir)
    return _Temporary(file, name, delete)


TemporaryFile = NamedTemporaryFile


def SpooledTemporaryFile(max_size=0, mode="w+b", **kwargs):
    from io import BytesIO, StringIO

    return BytesIO() if "b" in mode else StringIO()


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
