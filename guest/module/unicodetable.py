"""Writes unicodetable.h: what unicodedata tells, as python3 knows it.

    unicodetable.py OUT

Streams of bytes, deflated together: unidata.c reads them. A stream of runs has
for each run the distance to its first character and its value. A stream of entries
has for each character the distance to it, a tag and a count, and so many numbers,
each as its difference from the one before in that place, which is one more in the
first place. Numbers are written in pieces of seven bits, the low ones first, and
differences with their sign in the lowest bit.
"""

import collections
import sys
import unicodedata
import zlib

LAST = 0x110000
HANGUL = range(0xAC00, 0xD7A4)  # computed
PLACES = 18
# Latin, Greek, Cyrillic, punctuation, signs, arrows, mathematics, boxes, Braille, emoji.
NAMED = [range(*part) for part in (
    (0x20, 0x180), (0x2B0, 0x400), (0x400, 0x460), (0x490, 0x492), (0x2000, 0x2800), (0x2900, 0x2C00), (0x3000, 0x3020),
    (0xFEFF, 0xFF00), (0xFFFC, 0xFFFE), (0x1D400, 0x1D434), (0x1D6A8, 0x1D6E2),
    (0x1F1E6, 0x1F200), (0x1F300, 0x1F700), (0x1F900, 0x1FB00))]


def number(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    return bytes(out) + bytes([n])


def difference(n):
    return number(2 * n if n >= 0 else -2 * n - 1)


def runs(value):
    out, last, before = b"", 0, None
    for code in range(LAST):
        now = value(chr(code))
        if now != before:
            out += number(code - last) + bytes([now])
            last, before = code, now
    return out


def entries(about):
    """about(character): None, or (tag, numbers)"""
    out, last, before = b"", 0, [0] * PLACES
    for code in range(LAST):
        found = about(chr(code))
        if found is not None:
            tag, numbers = found
            out += number(code - last) + bytes([tag, len(numbers)])
            out += b"".join(difference(n - before[i]) for i, n in enumerate(numbers))
            before[: len(numbers)] = numbers
            before[0] += 1
            last = code
    return out


def names(value):
    return sorted({value(chr(code)) for code in range(LAST)})


def decompositions(tags):
    def about(ch):
        words = unicodedata.decomposition(ch).split()
        if not words or ord(ch) in HANGUL:
            return None
        if words[0][0] == "<":
            return tags.index(words[0]), [int(word, 16) for word in words[1:]]
        composes = len(words) == 2 and unicodedata.normalize("NFC", ch) == ch
        return len(tags) + (0 if composes else 1), [int(word, 16) for word in words]

    return about


def numeric(ch):
    value = unicodedata.numeric(ch, None)
    if value is None or ch.isdecimal():
        return None
    if value >= 1 << 27:
        zeros = len(str(int(value))) - len(str(int(value)).rstrip("0"))
        return 2 | int(ch.isdigit()), [int(value) // 10**zeros, zeros]
    for below in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 40, 64, 80, 160, 320):
        if abs(value * below - round(value * below)) < 1e-9:
            return int(ch.isdigit()), [round(value * below), below]
    raise ValueError(ch)


def charnames():
    """The names of what programs print: their words, and which of them each name has.

    The words come first, those that are used most before the others, and then for each
    character a byte 240 + how many words of the name before it begins with, and the
    numbers of the others: in a byte up to 159, in two above. Behind a byte 255 is how many
    characters have no name here.
    """
    known = [(code, unicodedata.name(chr(code), "").split()) for part in NAMED for code in part]
    known = [(code, words) for code, words in known if words]
    used = collections.Counter(word for _, words in known for word in words)
    often = [word for word, _ in used.most_common(160)]
    order = often + sorted(set(used) - set(often))
    at = {word: i for i, word in enumerate(order)}
    out, last, before = b"", 0, []
    for code, words in known:
        if code != last:
            out += b"\xff" + number(code - last)
        same = 0
        while same < min(len(words), len(before), 14) and words[same] == before[same]:
            same += 1
        out += bytes([240 + same])
        for word in words[same:]:
            i = at[word]
            out += bytes([i]) if i < 160 else bytes([160 + (i >> 8), i & 255])
        last, before = code + 1, words
    return " ".join(order).encode() + b"\0" + out


def deflated(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def main(out):
    tags = sorted({word for code in range(LAST) for word in unicodedata.decomposition(chr(code)).split() if word[0] == "<"})
    streams, lists = [], [tags]
    for value in (unicodedata.category, unicodedata.east_asian_width, unicodedata.bidirectional):
        lists.append(names(value))
        streams.append(runs(lambda ch, value=value, known=lists[-1]: known.index(value(ch))))
    streams += [runs(unicodedata.combining), runs(unicodedata.mirrored), entries(decompositions(tags)), entries(numeric)]
    head = "\n".join([" ".join(words) for words in lists] + [unicodedata.unidata_version]).encode() + b"\0"
    data = head + b"".join(len(stream).to_bytes(3, "little") + stream for stream in streams)
    with open(out, "w") as f:
        f.write("// Made by unicodetable.py.\n")
        for name, part in (("packed", data), ("packed_names", charnames())):
            f.write("static const byte %s[] = {\n    %s\n};\n" % (name, ", ".join(map(str, deflated(part)))))


main(*sys.argv[1:])
