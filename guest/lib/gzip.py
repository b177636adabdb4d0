import zlib
from _fileio import TextIOWrapper, open as _open
from _filesystem import fspath
from uio import BytesIO

READ, WRITE = "rb", "wb"


class BadGzipFile(OSError):
    pass


def compress(data, compresslevel=9, *, mtime=None):
    return zlib.compress(data, compresslevel, 31)


def decompress(data):
    if data[:2] != b"\x1f\x8b":
        raise BadGzipFile("Not a gzipped file (%r)" % bytes(data[:2]))
    try:
        return zlib.decompress(data, 31)
    except zlib.error:
        raise EOFError("Compressed file ended before the end-of-stream marker was reached")


class GzipFile:
    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ("t" in mode or "U" in mode):
            raise ValueError("Invalid mode: %r" % mode)
        mode = mode or getattr(fileobj, "mode", "rb")
        if not isinstance(mode, str) or mode[:1] not in ("r", "w", "a", "x"):
            mode = "rb"
        self.myfileobj = None
        if fileobj is None:
            fileobj = self.myfileobj = _open(filename, mode if "b" in mode else mode + "b")
        if filename is None:
            filename = getattr(fileobj, "name", "")
        self.fileobj = fileobj
        self.name = fspath(filename) if isinstance(filename, (str, bytes)) or hasattr(filename, "__fspath__") else ""
        self.mode = mode
        self.mtime = mtime
        self._level = compresslevel
        self.closed = False
        self._data = BytesIO(decompress(fileobj.read()) if "r" in self.mode else b"")

    def read(self, size=-1):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if "r" not in self.mode:
            raise OSError(9, "read() on write-only GzipFile object")
        return self._data.read(size)

    def readline(self, size=-1):
        return self._data.readline(size)

    def readlines(self, hint=-1):
        return self._data.readlines()

    def __iter__(self):
        return iter(self._data)

    def write(self, data):
        if self.closed:
            raise ValueError("write() on closed GzipFile object")
        if "r" in self.mode:
            raise OSError(9, "write() on read-only GzipFile object")
        return self._data.write(data)

    def peek(self, n):
        at = self._data.tell()
        data = self._data.read(n)
        self._data.seek(at)
        return data

    def readinto(self, buffer):
        return self._data.readinto(buffer)

    read1 = read

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def fileno(self):
        return self.fileobj.fileno()

    def seek(self, offset, whence=0):
        return self._data.seek(offset, whence)

    def tell(self):
        return self._data.tell()

    def flush(self):
        pass

    def readable(self):
        return "r" in self.mode

    def writable(self):
        return "r" not in self.mode

    def seekable(self):
        return True

    def close(self):
        if not self.closed:
            self.closed = True
            if "r" not in self.mode:
                self.fileobj.write(compress(self._data.getvalue(), self._level))
            if self.myfileobj is not None:
                self.myfileobj.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    text = "t" in mode
    if text and "b" in mode:
        raise ValueError("Invalid mode: %r" % (mode,))
    if not text and (encoding or errors or newline):
        raise ValueError("Argument 'encoding' not supported in binary mode")
    path = isinstance(filename, (str, bytes)) or hasattr(filename, "__fspath__")
    if not path and not hasattr(filename, "read") and not hasattr(filename, "write"):
        raise TypeError("filename must be a str or bytes object, or a file")
    f = GzipFile(filename if path else None, mode.replace("t", ""), compresslevel, None if path else filename)
    return TextIOWrapper(f, encoding, errors, newline) if text else f
