import deflate

from binascii import crc32

MAX_WBITS = 15
DEFLATED = 8
DEF_MEM_LEVEL = 8
DEF_BUF_SIZE = 16384
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = 0, 1, 2, 3, 4
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH = 0, 1, 2, 3, 4


class error(Exception):
    pass


def adler32(data, value=1):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    a = value & 0xffff
    b = value >> 16
    for c in data:
        a += c
        b += a
        if b > 0x20000000:
            a %= 65521
            b %= 65521
    return (b % 65521) << 16 | a % 65521


def _format(wbits):
    return deflate.RAW if wbits < 0 else deflate.GZIP if 16 < wbits < 32 else deflate.AUTO if wbits >= 32 else deflate.ZLIB


def compress(data, level=-1, wbits=MAX_WBITS):
    from io import BytesIO

    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    if not -1 <= level <= 9:
        raise error("Bad compression level")
    if not data:
        # DeflateIO writes nothing at all.
        kind = _format(wbits)
        empty = b"\x03\0"
        if kind == deflate.ZLIB:
            return b"x\x9c" + empty + b"\0\0\0\x01"
        return empty if kind == deflate.RAW else b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + empty + bytes(8)
    out = BytesIO()
    with deflate.DeflateIO(out, _format(wbits), 12) as stream:
        stream.write(data)
    return out.getvalue()


def _read(data, wbits):
    from io import BytesIO

    out = BytesIO()
    try:
        stream = deflate.DeflateIO(BytesIO(data), _format(wbits), 15)
        while True:
            block = stream.read(16384)
            if not block:
                return out.getvalue(), True
            out.write(block)
    except EOFError:
        return out.getvalue(), False
    except OSError:
        if not out.tell() and wbits >= 0 and (len(data) < 2 or (data[0] << 8 | data[1]) % 31 or data[0] & 15 != 8) and data[:2] != b"\x1f\x8b":
            raise error("Error -3 while decompressing data: incorrect header check")
        raise error("Error -3 while decompressing data: invalid data")


def decompress(data, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    value, whole = _read(data, wbits)
    if not whole or not data:
        raise error("Error -5 while decompressing data: incomplete or truncated stream")
    return value


# Both gather what they are given until it is whole.
class _Compress:
    def __init__(self, level, wbits):
        self._level = level
        self._wbits = wbits
        self._data = bytearray()

    def compress(self, data):
        self._data += data
        return b""

    def flush(self, mode=Z_FINISH):
        return compress(self._data, self._level, self._wbits) if mode == Z_FINISH else b""


class _Decompress:
    def __init__(self, wbits):
        self._wbits = wbits
        self._data = bytearray()
        self._given = 0
        self.unused_data = self.unconsumed_tail = b""
        self.eof = False

    def decompress(self, data, max_length=0):
        self._data += data
        value, self.eof = _read(self._data, self._wbits)
        new = value[self._given:]
        if max_length:
            new = new[:max_length]
        self._given += len(new)
        return new

    def flush(self, length=DEF_BUF_SIZE):
        return _read(self._data, self._wbits)[0][self._given:]


def compressobj(level=-1, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=None):
    return _Compress(level, wbits)


def decompressobj(wbits=MAX_WBITS, zdict=b""):
    return _Decompress(wbits)
