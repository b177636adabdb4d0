BOM_UTF8 = b"\xef\xbb\xbf"
BOM_UTF16_LE = BOM_LE = b"\xff\xfe"
BOM_UTF16_BE = BOM_BE = b"\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = b"\0\0\xfe\xff"


class CodecInfo:
    def __init__(self, name):
        self.name = name

    def __getitem__(self, at):
        return (self.encode, self.decode, self.streamreader, self.streamwriter)[at]

    def streamreader(self, stream, errors="strict"):
        return StreamReader(stream, errors, self.name)

    def streamwriter(self, stream, errors="strict"):
        return StreamWriter(stream, errors, self.name)

    def incrementalencoder(self, errors="strict"):
        return _Incremental(self.name, errors)

    incrementaldecoder = incrementalencoder

    def encode(self, obj, errors="strict"):
        return encode(obj, self.name, errors), len(obj)

    def decode(self, obj, errors="strict"):
        return decode(obj, self.name, errors), len(obj)

    def __repr__(self):
        return "<codecs.CodecInfo object for encoding %s>" % self.name


def _rot13(text, errors):
    out = []
    for c in text:
        if "a" <= c.lower() <= "z":
            base = 97 if c >= "a" else 65
            c = chr((ord(c) - base + 13) % 26 + base)
        out.append(c)
    return "".join(out)


def _hex_encode(data, errors):
    from binascii import hexlify

    return hexlify(data)


def _hex_decode(data, errors):
    from binascii import unhexlify

    return unhexlify(data)


def _base64_encode(data, errors):
    from base64 import encodebytes

    return encodebytes(data)


def _base64_decode(data, errors):
    from base64 import decodebytes

    return decodebytes(data)


def _zlib_encode(data, errors):
    from zlib import compress

    return compress(data)


def _zlib_decode(data, errors):
    from zlib import decompress

    return decompress(data)


_OWN = {"rot13": ("rot13", _rot13, _rot13), "rot_13": ("rot13", _rot13, _rot13), "hex": ("hex", _hex_encode, _hex_decode), "hex_codec": ("hex", _hex_encode, _hex_decode),
        "base64": ("base64", _base64_encode, _base64_decode), "base64_codec": ("base64", _base64_encode, _base64_decode), "zlib": ("zlib", _zlib_encode, _zlib_decode), "zip": ("zlib", _zlib_encode, _zlib_decode)}
_NAMES = {"utf8": "utf-8", "utf_8": "utf-8", "u8": "utf-8", "latin1": "iso8859-1", "latin_1": "iso8859-1", "iso_8859_1": "iso8859-1", "l1": "iso8859-1", "us_ascii": "ascii", "646": "ascii", "utf_16": "utf-16", "utf_32": "utf-32", "utf16": "utf-16", "utf32": "utf-32"}


def _key(encoding):
    return encoding.lower().replace("-", "_").replace(" ", "_")


# What the interpreter asks for codecs of text that it does not know.
def _encode(text, encoding, errors):
    from _charsets import encode

    return encode(text, encoding, errors)


def _decode(data, encoding, errors):
    from _charsets import decode

    return decode(data, encoding, errors)


def encode(obj, encoding="utf-8", errors="strict"):
    own = _OWN.get(_key(encoding))
    return own[1](obj, errors) if own else obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    own = _OWN.get(_key(encoding))
    return own[2](obj, errors) if own else str(obj, encoding, errors)


def lookup(encoding):
    key = _key(encoding)
    if key in _OWN:
        return CodecInfo(_OWN[key][0])
    "".encode(encoding)
    return CodecInfo(_NAMES.get(key, key.replace("_", "-")))


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    import builtins

    if encoding is None:
        return builtins.open(filename, mode)
    return builtins.open(filename, mode.replace("b", ""), encoding=encoding, errors=errors, newline="")


class StreamWriter:
    def __init__(self, stream, errors="strict", encoding="utf-8"):
        self.stream = stream
        self.errors = errors
        self._encoding = encoding

    def write(self, text):
        self.stream.write(encode(text, self._encoding, self.errors))

    def writelines(self, lines):
        self.write("".join(lines))

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.stream.close()


class StreamReader(StreamWriter):
    def read(self, size=-1, chars=-1):
        if chars < 0 and not getattr(self, "_left", ""):
            return decode(self.stream.read(), self._encoding, self.errors)
        text = self._rest()
        size = chars if chars >= 0 else len(text)
        self._left = text[size:]
        return text[:size]

    def _rest(self):
        return getattr(self, "_left", "") + decode(self.stream.read(), self._encoding, self.errors)

    def readline(self, size=None, keepends=True):
        text = self._rest()
        lines = text.splitlines(True)
        line = lines[0] if lines else ""
        self._left = text[len(line):]
        return line if keepends else line.rstrip("\r\n")

    def readlines(self, sizehint=None, keepends=True):
        return self._rest().splitlines(keepends)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


def iterencode(iterator, encoding, errors="strict"):
    for text in iterator:
        if text:
            yield encode(text, encoding, errors)


def iterdecode(iterator, encoding, errors="strict"):
    decoder = _Incremental(encoding, errors)
    for data in iterator:
        text = decoder.decode(data)
        if text:
            yield text
    text = decoder.decode(b"", True)
    if text:
        yield text


class _Incremental:
    def __init__(self, encoding, errors):
        self._encoding = encoding
        self._errors = errors
        self._left = b""

    def encode(self, text, final=False):
        return encode(text, self._encoding, self._errors)

    def decode(self, data, final=False):
        data = self._left + bytes(data)
        keep = 0
        if not final and _key(self._encoding) in ("utf_8", "utf8"):
            # The beginning of a character at the end waits for the rest.
            for n in range(1, min(4, len(data) + 1)):
                c = data[-n]
                if c >= 0xC0:
                    if n < (2 if c < 0xE0 else 3 if c < 0xF0 else 4):
                        keep = n
                    break
                if c < 0x80:
                    break
        self._left = data[len(data) - keep:]
        return decode(data[:len(data) - keep], self._encoding, self._errors)

    def reset(self):
        self._left = b""


def getincrementaldecoder(encoding):
    return lambda errors="strict": _Incremental(encoding, errors)


def getincrementalencoder(encoding):
    return lambda errors="strict": _Incremental(encoding, errors)
