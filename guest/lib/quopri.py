"""quopri: quoted-printable text."""

ESCAPE, MAXLINESIZE, HEX = b"=", 76, b"0123456789ABCDEF"


def _quoted(byte):
    return b"=%02X" % byte


def encodestring(s, quotetabs=False, header=False):
    out = []
    lines = bytes(s).split(b"\n")
    for number, line in enumerate(lines):
        made, length = [], 0
        for i, byte in enumerate(line):
            if header and byte == 32:
                piece = b"_"
            elif byte in (32, 9):
                piece = _quoted(byte) if quotetabs or i == len(line) - 1 else bytes([byte])
            elif byte == 61 or not 32 < byte < 127 or header and byte in (95, 63):
                piece = _quoted(byte)
            else:
                piece = bytes([byte])
            if length + len(piece) > MAXLINESIZE - (i < len(line) - 1):
                made.append(b"=\n")
                length = 0
            made.append(piece)
            length += len(piece)
        out.append(b"".join(made))
    return b"\n".join(out)


def decodestring(s, header=False):
    out = bytearray()
    lines = bytes(s).split(b"\n")
    for number, line in enumerate(lines):
        last = number == len(lines) - 1
        line = line if last else line.rstrip(b" \t\r")
        soft = line.endswith(b"=")
        at, end = 0, len(line) - soft
        while at < end:
            byte = line[at]
            if byte == 61:
                try:
                    byte = int(line[at + 1 : at + 3].decode(), 16)
                    at += 2
                except ValueError:
                    pass
            elif header and byte == 95:
                byte = 32
            out.append(byte)
            at += 1
        if not soft and not last:
            out.append(10)
    return bytes(out)


def encode(input, output, quotetabs, header=False):
    output.write(encodestring(input.read(), quotetabs, header))


def decode(input, output, header=False):
    output.write(decodestring(input.read(), header))
