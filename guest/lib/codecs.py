BOM_UTF8 = b"\xef\xbb\xbf"
BOM_UTF16_LE = BOM_LE = b"\xff\xfe"
BOM_UTF16_BE = BOM_BE = b"\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = b"\0\0\xfe\xff"


class CodecInfo(tuple):
    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None):
        self = super().__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode, self.streamreader, self.streamwriter = self
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        return self

    def __repr__(self):
        return "<codecs.CodecInfo object for encoding %s>" % self.name


def _info(name):
    def own_encode(obj, errors="strict"):
        return encode(obj, name, errors), len(obj)

    def own_decode(obj, errors="strict"):
        return decode(obj, name, errors), len(obj)

    def reader(stream, errors="strict"):
        made = StreamReader(stream, errors)
        made.decode = own_decode
        return made

    def writer(stream, errors="strict"):
        made = StreamWriter(stream, errors)
        made.encode = own_encode
        return made

    def incremental(errors="strict"):
        return _Incremental(name, errors)

    return CodecInfo(own_encode, own_decode, reader, writer, incremental, incremental, name)


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


_searches, _handlers = [], {}
_BUILT_IN = ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass")


def register(search_function):
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searches.append(search_function)


def unregister(search_function):
    if search_function in _searches:
        _searches.remove(search_function)


def _registered(encoding):
    for search in _searches:
        found = search(_key(encoding))
        if found is not None:
            return found


def register_error(errors, handler):
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[errors] = handler


def lookup_error(errors):
    found = _handlers.get(errors) or globals().get(errors + "_errors")
    if found is None:
        raise LookupError("unknown error handler name '%s'" % errors)
    return found


def strict_errors(exception):
    if not isinstance(exception, Exception):
        raise TypeError("codec must pass exception instance")
    raise exception


def _each(exception, change):
    if not isinstance(exception, UnicodeEncodeError):
        raise TypeError("don't know how to handle %s in error callback" % type(exception).__name__)
    return "".join([change(c) for c in exception.object[exception.start:exception.end]]), exception.end


def ignore_errors(exception):
    return "", exception.end


def replace_errors(exception):
    return "\ufffd" if isinstance(exception, UnicodeDecodeError) else "?" * (exception.end - exception.start), exception.end


def xmlcharrefreplace_errors(exception):
    return _each(exception, lambda c: "&#%d;" % ord(c))


def _escaped(c):
    code = ord(c)
    return "\\x%02x" % code if code < 256 else "\\u%04x" % code if code < 65536 else "\\U%08x" % code


def backslashreplace_errors(exception):
    if isinstance(exception, UnicodeDecodeError):
        return "".join(["\\x%02x" % b for b in exception.object[exception.start:exception.end]]), exception.end
    return _each(exception, _escaped)


def namereplace_errors(exception):
    from unicodedata import name

    return _each(exception, lambda c: "\\N{%s}" % name(c) if name(c, "") else _escaped(c))


# Goes on behind each error with what its handler says.
def _handled(obj, change, encoding, errors):
    out, at, key = [], 0, _key(encoding)
    while True:
        try:
            out.append(change(obj[at:], encoding, "strict"))
            return out[0][:0].join(out)
        except (UnicodeEncodeError, UnicodeDecodeError) as e:
            if at + e.start > at:
                out.append(change(obj[at:at + e.start], encoding, "strict"))
            answer = lookup_error(errors)(type(e)(e.encoding, obj, at + e.start, at + e.end, e.reason))
            text = isinstance(obj, str)
            if not (isinstance(answer, tuple) and len(answer) == 2 and isinstance(answer[0], (str, bytes) if text else str)):
                raise TypeError("%s error handler must return (str%s, int) tuple" % (("encoding", "/bytes") if text else ("decoding", "")))
            out.append(change(answer[0], encoding, "strict") if text and isinstance(answer[0], str) else answer[0])
            at = answer[1] if answer[1] >= 0 else len(obj) + answer[1]
            if not 0 <= at <= len(obj):
                raise IndexError("position %d from error handler out of bounds" % answer[1])
        if key in ("utf_16", "utf_32", "utf16", "utf32"):
            encoding = key + "le"


# What the interpreter asks for codecs of text and handlers of errors that it does not know.
def _encode(text, encoding, errors):
    if errors not in _BUILT_IN:
        return _handled(text, str.encode, encoding, errors)
    if encoding == "charmap":
        return text.encode("latin-1", errors)
    found = _registered(encoding)
    if found:
        return found[0](text, errors)[0]
    from _charsets import encode

    return encode(text, encoding, errors)


def _decode(data, encoding, errors):
    if errors not in _BUILT_IN:
        return _handled(data, bytes.decode, encoding, errors)
    if encoding == "charmap":
        return data.decode("latin-1", errors)
    found = _registered(encoding)
    if found:
        return found[1](data, errors)[0]
    from _charsets import decode

    return decode(data, encoding, errors)


def encode(obj, encoding="utf-8", errors="strict"):
    own = _OWN.get(_key(encoding))
    if own:
        return own[1](obj, errors)
    if isinstance(obj, str):
        return obj.encode(encoding, errors)
    found = _registered(encoding)
    return found[0](obj, errors)[0] if found else obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    own = _OWN.get(_key(encoding))
    if own:
        return own[2](obj, errors)
    found = _registered(encoding)
    if found:
        return found[1](obj, errors)[0]
    if isinstance(obj, str) and _key(encoding) in ("unicode_escape", "raw_unicode_escape"):
        obj = obj.encode()
    return str(obj, encoding, errors)


def lookup(encoding):
    if not isinstance(encoding, str):
        raise TypeError("lookup() argument must be str, not " + ("None" if encoding is None else type(encoding).__name__))
    key = _key(encoding)
    found = _registered(encoding)
    if found:
        return found
    if key in _OWN:
        return _info(_OWN[key][0])
    "".encode(encoding)
    return _info(_NAMES.get(key, key.replace("_", "-")))


# mapping: what a character's number becomes, or a text with a character for each byte.
def charmap_build(mapping):
    return {ord(c): i for i, c in enumerate(mapping)}


def charmap_encode(text, errors="strict", mapping=None):
    if mapping is None:
        return text.encode("latin-1", errors), len(text)

    def change(part, encoding, errors):
        out = bytearray()
        for i, c in enumerate(part):
            value = mapping.get(ord(c))
            if value is None:
                raise UnicodeEncodeError("charmap", part, i, i + 1, "character maps to <undefined>")
            out += value if isinstance(value, bytes) else bytes((value,))
        return bytes(out)

    return _handled(text, change, "charmap", errors), len(text)


def charmap_decode(data, errors="strict", mapping=None):
    if mapping is None:
        return str(data, "latin-1", errors), len(data)

    def change(part, encoding, errors):
        out = []
        for i, byte in enumerate(part):
            try:
                value = mapping[byte]
            except (IndexError, KeyError):
                value = None
            if value in (None, "\ufffe", 0xfffe):
                raise UnicodeDecodeError("charmap", part, i, i + 1, "character maps to <undefined>")
            out.append(value if isinstance(value, str) else chr(value))
        return "".join(out)

    return _handled(bytes(data), change, "charmap", errors), len(data)


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


class Codec:
    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class StreamWriter(Codec):
    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def write(self, text):
        self.stream.write(self.encode(text, self.errors)[0])

    def reset(self):
        pass

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
            return self.decode(self.stream.read(), self.errors)[0]
        text = self._rest()
        size = chars if chars >= 0 else len(text)
        self._left = text[size:]
        return text[:size]

    def _rest(self):
        return getattr(self, "_left", "") + self.decode(self.stream.read(), self.errors)[0]

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


class IncrementalEncoder:
    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder(IncrementalEncoder):
    def decode(self, input, final=False):
        raise NotImplementedError

    def getstate(self):
        return b"", 0


class BufferedIncrementalDecoder(IncrementalDecoder):
    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, used = self._buffer_decode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class _Incremental(BufferedIncrementalDecoder):
    def __init__(self, encoding, errors):
        super().__init__(errors)
        self._encoding = encoding

    def encode(self, text, final=False):
        return encode(text, self._encoding, self.errors)

    def decode(self, data, final=False):
        data = self.buffer + bytes(data)
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
        self.buffer = data[len(data) - keep:]
        return decode(data[:len(data) - keep], self._encoding, self.errors)


def getincrementaldecoder(encoding):
    return lookup(encoding).incrementaldecoder


def getincrementalencoder(encoding):
    return lookup(encoding).incrementalencoder
