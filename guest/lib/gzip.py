import zlib

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
        from io import BytesIO

        if fileobj is None:
            fileobj = open(filename, mode or "rb")
        self.fileobj = fileobj
        self.mode = (mode or "rb").replace("t", "")
        self._level = compresslevel
        self.closed = False
        self._data = BytesIO(decompress(fileobj.read()) if "r" in self.mode else b"")

    def read(self, size=-1):
        return self._data.read(size)

    def readline(self, size=-1):
        return self._data.readline(size)

    def readlines(self, hint=-1):
        return self._data.readlines()

    def __iter__(self):
        return iter(self._data)

    def write(self, data):
        return self._data.write(data)

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

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    from io import TextIOWrapper, open as open_file

    text = "t" in mode
    if isinstance(filename, str):
        filename = open_file(filename, mode.replace("t", "") if "b" in mode else mode.replace("t", "") + "b")
    f = GzipFile(None, mode.replace("t", ""), compresslevel, filename)
    return TextIOWrapper(f, encoding, errors, newline) if text else f
