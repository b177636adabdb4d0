import ubinascii
from ubinascii import crc32


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def hexlify(data, sep=None, bytes_per_sep=1):
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


def unhexlify(text):
    if isinstance(text, str):
        text = text.encode()
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


def crc_hqx(data, value):
    for b in data:
        value ^= b << 8
        for _ in range(8):
            value = (value << 1 ^ 0x1021 if value & 0x8000 else value << 1) & 0xffff
    return value
