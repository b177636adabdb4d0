# open(), and the streams that it returns: raw, buffered, text.
import _filesystem
from _filesystem import CHUNK
from uio import BytesIO, IOBase as Foreign, StringIO
import sys


class UnsupportedOperation(OSError, ValueError):
    pass


# Streams in C are of these kinds as well: _kinds.
class Kind(type):
    def __instancecheck__(cls, x):
        return issubclass(type(x), cls)

    def __subclasscheck__(cls, sub):
        return any(kind in sub.__mro__ for kind in (cls,) + cls.__dict__.get("_kinds", ()))


class IOBase(metaclass=Kind):
    _kinds = StringIO, BytesIO, type(sys.stdout), type(sys.stdin.buffer), type(sys.stdout.buffer), Foreign
    closed = False

    def readable(self):
        return False

    writable = seekable = isatty = readable

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def _no(self, *args):
        self._check()
        raise UnsupportedOperation("not supported")

    read = write = seek = tell = truncate = fileno = detach = _no

    def flush(self):
        self._check()

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.closed = True

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readlines(self, hint=-1):
        lines = []
        for line in self:
            lines.append(line)
            if hint is not None and hint > 0:
                hint -= len(line)
                if hint <= 0:
                    break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()


class RawIOBase(IOBase):
    def read(self, size=-1):
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        return bytes(buffer[:self.readinto(buffer) or 0])

    def readall(self):
        parts = []
        while True:
            data = self.read(4 * CHUNK)
            if not data:
                return b"".join(parts)
            parts.append(data)


class BufferedIOBase(IOBase):
    _kinds = BytesIO, type(sys.stdin.buffer), type(sys.stdout.buffer)


class TextIOBase(IOBase):
    _kinds = StringIO, type(sys.stdout)


class FileIO(RawIOBase):
    def __init__(self, file, mode="r", closefd=True, opener=None):
        self.name = file
        kinds = [c for c in mode if c in "rwax"]
        if len(kinds) != 1:
            raise ValueError("must have exactly one of create/read/write/append mode")
        self._reads = "r" in mode or "+" in mode
        self._writes = "r" not in mode or "+" in mode
        self._appends = "a" in mode
        self.mode = "ab+" if self._appends and self._reads else "rb+" if self._reads and self._writes else kinds[0] + "b"
        self._at = 0
        self._place, self._path = _filesystem.find(file)
        size = self._ask("open", mode)
        if self._appends:
            self._at = size

    def _ask(self, method, *args):
        self._check()
        try:
            return getattr(self._place, method)(self._path, *args)
        except OSError as e:
            raise _filesystem.named(e, self.name) from None

    def readable(self):
        self._check()
        return self._reads

    def writable(self):
        self._check()
        return self._writes

    def seekable(self):
        self._check()
        return True

    def read(self, size=-1):
        if not self._reads:
            self._check()
            raise UnsupportedOperation("not readable" if self._writes else "read")
        if size is None or size < 0:
            return self.readall()
        data = self._ask("read", self._at, size)
        self._at += len(data)
        return data

    def readline(self, size=-1):
        buffer = Buffered(self)
        line = buffer.readline(size)
        self._at = buffer.tell()
        return line

    def write(self, data):
        if not self._writes:
            self._check()
            raise UnsupportedOperation("not writable")
        data = bytes(data)
        for i in range(0, len(data), 4 * CHUNK):
            self._at = self._ask("write", -1 if self._appends else self._at, data[i:i + 4 * CHUNK])
        return len(data)

    def seek(self, offset, whence=0):
        if whence == 1:
            offset += self._at
        elif whence == 2:
            offset += self._ask("stat")[2]
        elif whence != 0:
            raise ValueError("invalid whence (%d, should be 0, 1 or 2)" % whence)
        if offset < 0:
            raise OSError(22, "Invalid argument")
        self._check()
        self._at = offset
        return offset

    def tell(self):
        self._check()
        return self._at

    def truncate(self, size=None):
        if not self._writes:
            raise UnsupportedOperation("truncate")
        if size is None:
            size = self._at
        self._ask("truncate", size)
        return size

    def __repr__(self):
        return "<_io.FileIO name=%r mode=%r closefd=True>" % (self.name, self.mode)


# Bytes over a raw stream: read ahead in _in, of _size bytes, or kept back in _out.
class Buffered(BufferedIOBase):
    def __init__(self, raw, buffer_size=8192):
        self.raw = raw
        self._in = BytesIO()
        self._size = 0
        self._out = []
        self._length = 0
        self._room = buffer_size

    def __getattr__(self, name):
        if name == "name" or name == "mode":
            return getattr(self.raw, name)
        raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def seekable(self):
        return self.raw.seekable()

    def isatty(self):
        return self.raw.isatty()

    def _ahead(self):
        return self._size - self._in.tell()

    def _fill(self):
        self._start("readable", "read")
        data = self.raw.read(CHUNK)
        self._in = BytesIO(data)
        self._size = len(data)
        return data

    def _start(self, able, what):
        self._check()
        if not getattr(self.raw, able)():
            raise UnsupportedOperation(what)
        if self._out:
            self.flush()

    def readline(self, size=-1):
        if size is None or size < 0:
            line = self._in.readline()
        else:
            line = self._in.readline(size)
            if len(line) == size:
                return line
        if line.endswith(b"\n"):
            return line
        return self._rest_of_line(line, size)

    def _rest_of_line(self, line, size=-1):
        parts = [line]
        while not line.endswith(b"\n") and self._fill():
            if size is not None and size >= 0:
                size -= len(line)
                line = self._in.readline(size)
                parts.append(line)
                if len(line) == size:
                    break
            else:
                line = self._in.readline()
                parts.append(line)
        return b"".join(parts)

    def __next__(self):
        line = self._in.readline()
        if line.endswith(b"\n"):
            return line
        line = self._rest_of_line(line)
        if line:
            return line
        raise StopIteration

    def read(self, size=-1):
        self._start("readable", "read")
        if size is None or size < 0:
            data = self._in.read()
            rest = self.raw.readall() if hasattr(self.raw, "readall") else self.raw.read()
            return data + rest if data else rest
        data = self._in.read(size)
        while len(data) < size:
            more = self.raw.read(size - len(data)) if size - len(data) >= CHUNK else self._fill() and self._in.read(size - len(data))
            if not more:
                break
            data += more
        return data

    def read1(self, size=-1):
        self._start("readable", "read")
        if self._ahead() or self._fill():
            return self._in.read() if size is None or size < 0 else self._in.read(size)
        return b""

    def peek(self, size=0):
        data = self.read1()
        self._in = BytesIO(data)
        self._size = len(data)
        return data

    def write(self, data):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._check()
        if not self._out:
            self._start("writable", "write")
            if self._ahead():
                self.raw.seek(-self._ahead(), 1)
            self._in = BytesIO()
            self._size = 0
            _filesystem.will_write(self)
        data = bytes(data)
        if self._out and self._length + len(data) > self._room:
            self.flush()
            _filesystem.will_write(self)
        self._out.append(data)
        self._length += len(data)
        if self._length >= self._room:
            self.flush()
        return len(data)

    def flush(self):
        self._check()
        if self._out:
            data = b"".join(self._out)
            self._out = []
            self._length = 0
            _filesystem.forget(self)
            self.raw.write(data)

    def seek(self, offset, whence=0):
        self._check()
        if self._out:
            self.flush()
        if whence == 1:
            offset -= self._ahead()
        at = self.raw.seek(offset, whence)
        self._in = BytesIO()
        self._size = 0
        return at

    def tell(self):
        self._check()
        return self.raw.tell() - self._ahead() + self._length

    def truncate(self, size=None):
        self.flush()
        if not self.raw.writable():
            raise UnsupportedOperation("truncate")
        return self.raw.truncate(self.tell() if size is None else size)

    def detach(self):
        self.flush()
        return self.raw

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.closed = True
                self._in.close()
                self.raw.close()

    def __repr__(self):
        return "<_io.%s name=%r>" % (type(self).__name__, self.name)


class BufferedReader(Buffered):
    pass


class BufferedWriter(Buffered):
    pass


class BufferedRandom(Buffered):
    pass


# How many bytes at the end begin a character of UTF-8 that is not all there.
def _unfinished(data):
    for i in range(1, min(4, len(data) + 1)):
        b = data[-i]
        if b >= 0xC0:
            return i if i < (2 if b < 0xE0 else 3 if b < 0xF0 else 4) else 0
        if b < 0x80:
            break
    return 0


_ends = {None: ("\n",), "": ("\n", "\r"), "\n": ("\n",), "\r": ("\r",), "\r\n": ("\r\n",)}


# Text over a stream of bytes: _in is what was decoded ahead, _more pieces that
# follow it, _carry bytes that are no whole character or line end yet.
class TextIOWrapper(TextIOBase):
    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline not in _ends:
            raise ValueError("illegal newline value: %s" % newline)
        self.buffer = buffer
        self.encoding = "UTF-8" if encoding is None or encoding == "locale" else encoding
        self.errors = errors or "strict"
        self.line_buffering = line_buffering
        self.write_through = write_through
        self._seen = [False, False, False]
        b"".decode(self.encoding)
        self._newline = newline
        self._ends = _ends[newline]
        codec = self.encoding.lower().replace("_", "-")
        self._utf8 = codec in ("utf-8", "utf8", "utf-8-sig")
        self._whole = codec.startswith(("utf-16", "utf-32", "utf16", "utf32"))
        self._codec = self._first_codec = self.encoding
        self._out = []
        self._length = 0
        self._drop()

    def _drop(self):
        self._in = StringIO()
        self._text = ""
        self._raw = None
        self._more = []
        self._carry = b""

    @property
    def name(self):
        return self.buffer.name

    @property
    def newlines(self):
        seen = tuple([end for i, end in enumerate(("\r", "\n", "\r\n")) if self._seen[i]])
        return seen if len(seen) > 1 else seen[0] if seen else None

    def _see(self, text):
        if "\r" in text:
            r, n, both = text.count("\r"), text.count("\n"), text.count("\r\n")
            for i, more in enumerate((r > both, n > both, both)):
                self._seen[i] |= more > 0
        elif "\n" in text:
            self._seen[1] = True

    def __getattr__(self, name):
        if name == "mode":
            return self.buffer.mode
        raise AttributeError("'TextIOWrapper' object has no attribute '%s'" % name)

    # The next text into _in; false at the end.
    def _fill(self):
        if self._more:
            self._in = StringIO(self._more.pop(0))
            return True
        self._check()
        if self._out:
            self.flush()
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        buffer = self.buffer
        data = buffer.read() if self._whole else buffer.read1(CHUNK) if hasattr(buffer, "read1") else buffer.read(CHUNK)
        final = self._whole or not data
        data = self._carry + data
        if not data:
            return False
        cut = 0 if final or not self._utf8 else _unfinished(data)
        if not final and not cut and data.endswith(b"\r") and self._newline != "\n":
            cut = 1
        self._carry = data[len(data) - cut:] if cut else b""
        if cut:
            data = data[:-cut]
            if not data:
                return self._fill()
        text = data.decode(self._codec, self.errors)
        if self._codec == "utf-8-sig":
            self._codec = "utf-8"
        self._raw = None
        if not self._newline:
            self._see(text)
        if "\r" in text and self._newline != "\n":
            if self._newline is None:
                self._raw = text
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            elif self._newline != "\r\n" and (self._newline or text.count("\r") != text.count("\r\n")):
                parts = text.split("\r")
                text = parts[0]
                for part in parts[1:]:
                    text += "\r"
                    if self._newline or not part.startswith("\n"):
                        self._more.append(text)
                        text = ""
                    text += part
                self._more.append(text)
                text = self._more.pop(0)
        self._in = StringIO(text)
        self._text = text
        return True

    def read(self, size=-1):
        if size is not None and size >= 0:
            text = self._in.read(size)
            if len(text) == size:
                self._check()
                return text
            parts = [text]
            size -= len(text)
            while size > 0 and self._fill():
                text = self._in.read(size)
                size -= len(text)
                parts.append(text)
            return "".join(parts)
        self._check()
        parts = [self._in.read()]
        while self._fill():
            parts.append(self._in.read())
        return "".join(parts)

    def readline(self, size=-1):
        if size is not None and size >= 0:
            return self._line_of(size)
        line = self._in.readline()
        if line.endswith(self._ends):
            return line
        return self._rest_of_line(line)

    def _rest_of_line(self, line):
        parts = [line]
        while True:
            line = self._in.readline()
            if not line and self._fill():
                line = self._in.readline()
            if not line:
                return "".join(parts)
            parts.append(line)
            if line.endswith(self._ends):
                return "".join(parts)

    def _line_of(self, size):
        parts = []
        while size > 0:
            line = self._in.readline(size)
            if not line:
                if self._fill():
                    continue
                break
            parts.append(line)
            size -= len(line)
            if line.endswith(self._ends):
                break
        self._check()
        return "".join(parts)

    def __next__(self):
        line = self._in.readline()
        if line.endswith(self._ends):
            return line
        line = self._rest_of_line(line)
        if line:
            return line
        raise StopIteration

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def isatty(self):
        return self.buffer.isatty() if hasattr(self.buffer, "isatty") else False

    def fileno(self):
        return self.buffer.fileno()

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not " + type(text).__name__)
        if not self._out:
            self._check()
            if not self.buffer.writable():
                raise UnsupportedOperation("not writable")
            if self._text or self._carry:
                self.seek(self.tell())
            _filesystem.will_write(self)
        self._out.append(text)
        self._length += len(text)
        if self._length >= CHUNK or self.write_through or (self.line_buffering and "\n" in text):
            self.flush()
        return len(text)

    def _encode(self):
        text = "".join(self._out)
        self._out = []
        self._length = 0
        _filesystem.forget(self)
        if self._newline in ("\r", "\r\n"):
            text = text.replace("\n", self._newline)
        data = text.encode(self._codec, self.errors)
        if self._codec == "utf-8-sig":
            self._codec = "utf-8"
        self.buffer.write(data)

    def flush(self):
        self._check()
        if self._out:
            self._encode()
        self.buffer.flush()

    def tell(self):
        self._check()
        if self._out:
            self.flush()
        if not self._text and not self._carry:
            return self.buffer.tell()
        at = self._in.tell()
        left = self._in.read() + "".join(self._more)
        self._in.seek(at)
        if self._raw is not None:
            # As many line ends in what was read, as they were before they became "\n".
            gone = self._text[:len(self._text) - len(left)]
            raw = self._raw
            at = 0
            for i in range(gone.count("\n")):
                r, n = raw.find("\r", at), raw.find("\n", at)
                at = n + 1 if r < 0 or (0 <= n < r) else r + (2 if n == r + 1 else 1)
            left = raw[at + len(gone) - gone.rfind("\n") - 1:]
        codec = "utf-8" if self._utf8 else self._codec
        return self.buffer.tell() - len(left.encode(codec, self.errors)) - len(self._carry)

    def seek(self, offset, whence=0):
        self._check()
        if whence and offset:
            raise UnsupportedOperation("can't do nonzero %s-relative seeks" % ("cur" if whence == 1 else "end"))
        if whence == 1:
            offset = self.tell()
            whence = 0
        if self._out:
            self.flush()
        self._drop()
        at = self.buffer.seek(offset, whence)
        if at == 0:
            self._codec = self._first_codec
        return at

    def truncate(self, size=None):
        self.flush()
        return self.buffer.truncate(size)

    def reconfigure(self, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        self.flush()
        if encoding is not None:
            self.encoding = self._codec = self._first_codec = encoding
        if errors is not None:
            self.errors = errors
        if newline is not None:
            self._newline = newline
            self._ends = _ends[newline]
        if line_buffering is not None:
            self.line_buffering = line_buffering

    def detach(self):
        self.flush()
        buffer = self.buffer
        self.buffer = None
        return buffer

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.closed = True
                self._in = BytesIO()  # so that the next line asked for finds it closed
                self._in.close()
                self.buffer.close()

    def __repr__(self):
        return "<_io.TextIOWrapper name=%r mode=%r encoding=%r>" % (self.name, self.mode, self.encoding)


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(mode, str):
        raise TypeError("open() argument 'mode' must be str, not " + type(mode).__name__)
    if isinstance(file, int):
        import os

        file = os._file_of(file)
        raw = file.raw if isinstance(file, Buffered) else file
        return raw if buffering == 0 else Buffered(raw) if "b" in mode else TextIOWrapper(Buffered(raw), encoding, errors, newline)
    file = _filesystem.fspath(file)
    for i, c in enumerate(mode):
        if c not in "rwaxbt+" or c in mode[:i]:
            raise ValueError("invalid mode: %r" % mode)
    binary = "b" in mode
    if binary and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    if len([c for c in mode if c in "rwax"]) != 1:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus" if not mode.strip("bt+") else
                         "must have exactly one of create/read/write/append mode")
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    if buffering == 0 and not binary:
        raise ValueError("can't have unbuffered text I/O")
    if newline not in _ends:
        raise ValueError("illegal newline value: %s" % newline)
    if encoding is not None:
        b"".decode(encoding)
    raw = FileIO(file, mode.replace("b", "").replace("t", ""))
    if buffering == 0:
        return raw
    buffer = (BufferedRandom if "+" in mode else BufferedReader if "r" in mode else BufferedWriter)(raw, buffering if buffering > 1 else CHUNK)
    if binary:
        return buffer
    file = TextIOWrapper(buffer, encoding, errors, newline, buffering == 1)
    file.mode = mode
    return file
