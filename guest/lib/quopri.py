"""quopri: quoted-printable text."""

from binascii import a2b_qp, b2a_qp

ESCAPE, MAXLINESIZE, HEX = b"=", 76, b"0123456789ABCDEF"


def quoted(data, tabs, is_text, header):
    out, length, size = bytearray(), 0, len(data)
    end = b"\r\n" if data[: data.find(b"\n")][-1:] == b"\r" and b"\n" in data else b"\n"
    at = 0
    while at < size:
        c, follows = data[at], data[at + 1 : at + 2]
        if is_text and (c == 10 or c == 13 and follows == b"\n"):
            if out and out[-1] in b" \t":
                out[-1:] = b"=%02X" % out[-1]
            out += end
            at += 2 if c == 13 else 1
            length = 0
            continue
        at += 1
        if c in b" \t":
            plain = follows and not tabs
        elif c in b"\r\n":
            plain = is_text
        else:
            plain = 32 < c < 127 and c != 61 and not (header and c == 95) and not (
                c == 46 and not length and follows in (b"", b"\n", b"\r", b"\0"))
        if length + 3 >= MAXLINESIZE if not plain else follows not in (b"", b"\n") and length + 1 >= MAXLINESIZE:
            out += b"=" + end
            length = 0
        piece = b"=%02X" % c if not plain else b"_" if header and c == 32 else bytes([c])
        out += piece
        length += len(piece)
    return bytes(out)


def unquoted(data, header):
    out, at, size = bytearray(), 0, len(data)
    while at < size:
        c = data[at]
        at += 1
        if c == 61:
            if at >= size:
                break
            if data[at] in b"\r\n":
                at = data.find(b"\n", at) + 1 or size
                continue
            if data[at] == 61:
                at += 1
            elif len(data[at : at + 2]) == 2 and all(d in b"0123456789abcdefABCDEF" for d in data[at : at + 2]):
                c = int(data[at : at + 2].decode(), 16)
                at += 2
        elif header and c == 95:
            c = 32
        out.append(c)
    return bytes(out)


def encodestring(s, quotetabs=False, header=False):
    return b2a_qp(s, quotetabs=quotetabs, header=header)


def decodestring(s, header=False):
    return a2b_qp(s, header)


def encode(input, output, quotetabs, header=False):
    output.write(encodestring(input.read(), quotetabs, header))


def decode(input, output, header=False):
    output.write(decodestring(input.read(), header))
