import ubinascii


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def crc32(data, crc=0):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return ubinascii.crc32(data, crc)


def hexlify(data, sep=None, bytes_per_sep=1):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    text = ubinascii.hexlify(data)
    if sep is None or not bytes_per_sep:
        return text
    if isinstance(sep, str):
        sep = sep.encode()
    n = 2 * abs(bytes_per_sep)
    first = len(text) % n if bytes_per_sep > 0 else 0
    parts = [text[:first]] if first else []
    return sep.join(parts + [text[i:i + n] for i in range(first, len(text), n)])


def a2b_base64(data, *, strict_mode=False):
    from base64 import b64decode

    return b64decode(data, validate=strict_mode)


def _text(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode()
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("argument should be bytes, buffer or ASCII string, not '%s'" % type(data).__name__)


def unhexlify(hexstr):
    text = _text(hexstr)
    if len(text) % 2:
        raise Error("Odd-length string")
    try:
        return ubinascii.unhexlify(text)
    except ValueError:
        raise Error("Non-hexadecimal digit found")


def b2a_base64(data, *, newline=True):
    text = ubinascii.b2a_base64(data)
    return text if newline else text[:-1]


b2a_hex = hexlify
a2b_hex = unhexlify


def crc_hqx(data, crc):
    value = crc & 0xffff
    for b in memoryview(data):
        value ^= b << 8
        for _ in range(8):
            value = (value << 1 ^ 0x1021 if value & 0x8000 else value << 1) & 0xffff
    return value


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    from quopri import quoted

    return quoted(bytes(memoryview(data)), quotetabs, istext, header)


def a2b_qp(data, header=False):
    from quopri import unquoted

    return unquoted(_text(data), header)


def b2a_uu(data, *, backtick=False):
    data = bytes(memoryview(data))
    if len(data) > 45:
        raise Error("At most 45 bytes at once")
    zero = 96 if backtick else 32
    out = bytearray([len(data) + 32 if data else zero])
    for i in range(0, len(data), 3):
        bits = int.from_bytes((data[i : i + 3] + b"\0\0")[:3], "big")
        for shift in (18, 12, 6, 0):
            out.append((bits >> shift & 63) + 32 if bits >> shift & 63 else zero)
    return bytes(out) + b"\n"


def a2b_uu(data):
    data = _text(data)
    length = ((data[0] if data else 0) - 32) & 63
    out = bytearray()
    at = 1
    bits = count = 0
    while len(out) < length:
        c = data[at] if at < len(data) else 10
        at += 1
        if c in b"\n\r" or at > len(data):
            c = 32
        elif not 32 <= c <= 96:
            raise Error("Illegal char")
        bits = (bits << 6 | c - 32 & 63) & 0xffff
        count += 6
        if count >= 8:
            count -= 8
            out.append(bits >> count & 255)
    for c in data[at:]:
        if c not in b" `\n\r":
            raise Error("Trailing garbage")
    return bytes(out)
