import binascii

import ubinascii

_B64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def _bytes(s):
    if isinstance(s, str):
        for c in s:
            if ord(c) > 127:
                raise ValueError("string argument should contain only ASCII characters")
        return s.encode()
    try:
        return bytes(memoryview(s))
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r" % type(s).__name__)


def _data(s):
    try:
        return bytes(memoryview(s))
    except TypeError:
        raise TypeError("a bytes-like object is required, not '%s'" % type(s).__name__)


def _swap(data, source, target):
    out = bytearray(data)
    for i, c in enumerate(out):
        at = source.find(bytes([c]))
        if at >= 0:
            out[i] = target[at]
    return bytes(out)


def b64encode(s, altchars=None):
    data = binascii.b2a_base64(_data(s))[:-1]
    return data if altchars is None else _swap(data, b"+/", altchars)


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        s = _swap(s, _bytes(altchars), b"+/")
    if len(s) % 4 == 0 and not validate and b"=" not in s[:-2]:
        try:
            return ubinascii.a2b_base64(s)
        except ValueError:
            pass
    # What is no part of the alphabet is skipped; padding ends a group.
    if validate and s[:1] == b"=":
        raise binascii.Error("Leading padding not allowed")
    out = bytearray()
    bits = count = pads = 0
    padded = False
    for i, c in enumerate(s):
        if c == 61:
            padded = True
            if count >= 2:
                pads += 1
                if pads + count >= 4:
                    if validate and i + 1 < len(s):
                        raise binascii.Error("Excess data after padding")
                    break
            continue
        v = _VALUES.get(c)
        if v is None:
            if validate:
                raise binascii.Error("Only base64 data is allowed")
            continue
        if padded and validate:
            raise binascii.Error("Discontinuous padding not allowed")
        pads = 0
        bits = bits << 6 | v
        count += 1
        if count == 4:
            out.append(bits >> 16)
            out.append(bits >> 8 & 255)
            out.append(bits & 255)
            bits = count = 0
    if count:
        if count == 1:
            raise binascii.Error("Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4" % (len(out) // 3 * 4 + 1))
        if pads + count < 4:
            raise binascii.Error("Incorrect padding")
        bits <<= 6 * (4 - count)
        out += bytes([bits >> 16, bits >> 8 & 255])[:count - 1]
    return bytes(out)


_VALUES = {c: i for i, c in enumerate(_B64)}


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def _input(s):
    try:
        view = memoryview(s)
    except TypeError:
        raise TypeError("expected bytes-like object, not " + type(s).__name__)
    if view.format not in "cbB":
        raise TypeError("expected single byte elements, not %r from %s" % (view.format, type(s).__name__))
    return bytes(view)


def encodebytes(s):
    s = _input(s)
    return b"".join([binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57)])


def decodebytes(s):
    return b64decode(_input(s))


def encode(input, output):
    while True:
        data = input.read(57)
        while data and len(data) < 57:
            more = input.read(57 - len(data))
            if not more:
                break
            data += more
        if not data:
            return
        output.write(binascii.b2a_base64(data))


def decode(input, output):
    while True:
        line = input.readline()
        if not line:
            return
        output.write(binascii.a2b_base64(line))


def _encode32(s, alphabet):
    s = _data(s)
    out = bytearray()
    for i in range(0, len(s), 5):
        part = s[i:i + 5]
        n = int.from_bytes(part + bytes(5 - len(part)), "big")
        digits = (len(part) * 8 + 4) // 5
        for j in range(digits):
            out.append(alphabet[n >> 35 - 5 * j & 31])
        out += b"=" * (8 - digits)
    return bytes(out)


def _decode32(s, alphabet, casefold, map01=None):
    s = _bytes(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        s = s.replace(b"0", b"O").replace(b"1", _bytes(map01))
    if casefold:
        s = s.upper()
    data = s.rstrip(b"=")
    pads = len(s) - len(data)
    out = bytearray()
    for i in range(0, len(data), 8):
        part = data[i:i + 8]
        n = 0
        for c in part:
            v = alphabet.find(bytes([c]))
            if v < 0:
                raise binascii.Error("Non-base32 digit found")
            n = n << 5 | v
        n <<= 5 * (8 - len(part))
        out += n.to_bytes(5, "big")[:len(part) * 5 // 8]
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    return bytes(out)


def b32encode(s):
    return _encode32(s, _B32)


def b32decode(s, casefold=False, map01=None):
    return _decode32(s, _B32, casefold, map01)


def b32hexencode(s):
    return _encode32(s, _B32HEX)


def b32hexdecode(s, casefold=False):
    return _decode32(s, _B32HEX, casefold)


def b16encode(s):
    return binascii.hexlify(_data(s)).upper()


def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    for c in s:
        if c not in b"0123456789ABCDEF":
            raise binascii.Error("Non-base16 digit found")
    if len(s) % 2:
        raise binascii.Error("Odd-length string")
    return binascii.unhexlify(s)


def _digits85(n, alphabet):
    out = []
    for _ in range(5):
        n, r = divmod(n, 85)
        out.append(alphabet[r])
    return bytes(reversed(out))


def b85encode(b, pad=False):
    b = _data(b)
    gap = -len(b) % 4
    b += bytes(gap)
    out = b"".join([_digits85(int.from_bytes(b[i:i + 4], "big"), _B85) for i in range(0, len(b), 4)])
    return out[:len(out) - gap] if gap and not pad else out


def b85decode(b):
    b = _bytes(b)
    gap = -len(b) % 5
    b += b"~" * gap
    out = bytearray()
    for i in range(0, len(b), 5):
        n = 0
        for j, c in enumerate(b[i:i + 5]):
            v = _B85.find(bytes([c]))
            if v < 0:
                raise ValueError("bad base85 character at position %d" % (i + j))
            n = n * 85 + v
        if n >> 32:
            raise ValueError("base85 overflow in hunk starting at byte %d" % i)
        out += n.to_bytes(4, "big")
    return bytes(out[:len(out) - gap] if gap else out)


_A85 = bytes(range(33, 118))


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    b = _data(b)
    gap = -len(b) % 4
    b += bytes(gap)
    out = bytearray(b"<~" if adobe else b"")
    for i in range(0, len(b), 4):
        n = int.from_bytes(b[i:i + 4], "big")
        last = i + 4 == len(b) and gap
        if n == 0 and (not last or pad):
            out += b"z"
        elif foldspaces and n == 0x20202020:
            out += b"y"
        else:
            digits = _digits85(n, _A85)
            out += digits[:5 - gap] if last and not pad else digits
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [bytes(out[i:i + wrapcol]) for i in range(0, len(out), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        out = b"\n".join(lines)
    return bytes(out) + (b"~>" if adobe else b"")


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with %r" % b"~>")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    out = bytearray()
    digits = []

    def ended():
        n = 0
        for v in digits:
            n = n * 85 + v
        if n >> 32:
            raise ValueError("Ascii85 overflow")
        digits.clear()
        return n.to_bytes(4, "big")

    for c in b:
        if 33 <= c <= 117:
            digits.append(c - 33)
            if len(digits) == 5:
                out += ended()
        elif c == 122 or foldspaces and c == 121:
            if digits:
                raise ValueError("%s inside Ascii85 5-tuple" % chr(c))
            out += bytes(4) if c == 122 else b"    "
        elif c not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % c)
    if digits:
        gap = 5 - len(digits)
        digits += [84] * gap
        out += ended()[: 4 - gap]
    return bytes(out)
