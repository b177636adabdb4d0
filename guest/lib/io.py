from uio import *
from uio import open

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


# Text over a stream of bytes.
class TextIOWrapper:
    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError("illegal newline value: %r" % newline)
        self.buffer = buffer
        self.encoding = encoding or "utf-8"
        self.errors = errors or "strict"
        self.newlines = None
        self.line_buffering = line_buffering
        self.closed = False
        self._newline = newline
        self._text = None
        self._at = 0

    def _load(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if self._text is None:
            text = self.buffer.read().decode(self.encoding)
            if self._newline is None:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            self._text = text
            self._at = 0

    def read(self, size=-1):
        self._load()
        end = len(self._text) if size is None or size < 0 else self._at + size
        text = self._text[self._at:end]
        self._at += len(text)
        return text

    def readline(self, size=-1):
        self._load()
        end = self._text.find(self._newline or "\n", self._at)
        end = len(self._text) if end < 0 else end + len(self._newline or "\n")
        if size is not None and 0 <= size < end - self._at:
            end = self._at + size
        return self.read(end - self._at)

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, text):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not " + type(text).__name__)
        self.buffer.write((text.replace("\n", self._newline) if self._newline in ("\r", "\r\n") else text).encode(self.encoding))
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def seek(self, offset, whence=0):
        self._text = None
        return self.buffer.seek(offset, whence)

    def tell(self):
        if self._text is None:
            return self.buffer.tell()
        return self.buffer.tell() - len(self._text[self._at:].encode(self.encoding))

    def truncate(self, size=None):
        return self.buffer.truncate(size)

    def flush(self):
        self.buffer.flush()

    def detach(self):
        buffer = self.buffer
        self.buffer = None
        return buffer

    def close(self):
        if not self.closed:
            self.closed = True
            self.buffer.close()

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def isatty(self):
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def BufferedReader(raw, buffer_size=DEFAULT_BUFFER_SIZE):
    return raw
