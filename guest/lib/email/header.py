"""email.header: headers that are not ASCII, as RFC 2047 writes them."""

import re

_ENCODED = re.compile(r"=\?([^?]*?)\?([qQbB])\?(.*?)\?=(?=\s|$)?")


def decode_header(header):
    if isinstance(header, Header):
        return [(text if charset is None else text.encode(charset), charset) for text, charset in header._chunks]
    found = []
    at = 0
    words = list(_ENCODED.finditer(header))
    if not words:
        return [(header, None)]
    for word in words:
        between = header[at:word.start()]
        if between.strip() or not found and between:
            found.append((between.encode("raw-unicode-escape"), None))
        charset, kind, text = word.groups()
        if kind in "qQ":
            from quopri import decodestring

            data = decodestring(text.encode("ascii", "surrogateescape"), header=True)
        else:
            from base64 import b64decode

            data = b64decode(text + "=" * (-len(text) % 4))
        charset = charset.lower()
        if found and found[-1][1] == charset:
            found[-1] = found[-1][0] + data, charset
        else:
            found.append((data, charset))
        at = word.end()
    if header[at:].strip():
        found.append((header[at:].encode("raw-unicode-escape"), None))
    return found


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=" "):
    header = Header(maxlinelen=maxlinelen, header_name=header_name)
    for text, charset in decoded_seq:
        header.append(text, charset)
    return header


class Header:
    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=" ", errors="strict"):
        self._charset = charset
        self._chunks = []
        self._maxlinelen = maxlinelen or 76
        self._first = len(header_name) + 2 if header_name else 0
        if s is not None:
            self.append(s, charset, errors)

    def append(self, s, charset=None, errors="strict"):
        charset = str(charset or self._charset or "us-ascii").lower()
        if isinstance(s, bytes):
            s = s.decode(charset, errors)
        if charset in ("us-ascii", "ascii") and not s.isascii():
            charset = "utf-8"
        self._chunks.append((s, None if charset in ("us-ascii", "ascii") else charset))

    def __str__(self):
        out = ""
        for i, (text, charset) in enumerate(self._chunks):
            before = self._chunks[i - 1][1] if i else charset
            if i and (charset is None) != (before is None) and out[-1:] not in (" ", "\t", "") and text[:1] not in (" ", "\t"):
                out += " "
            out += text
        return out

    def __eq__(self, other):
        return str(self) == other

    def encode(self, splitchars=";, \t", maxlinelen=None, linesep="\n"):
        width = maxlinelen or self._maxlinelen
        words = []
        for text, charset in self._chunks:
            if charset is None:
                words.extend(text.split(" ") if words else [text])
            else:
                words.extend(_encoded_words(text, charset, width - (0 if words else self._first)))
        lines, line, room = [], "", width - self._first
        for word in words:
            if line and len(line) + 1 + len(word) > room:
                lines.append(line)
                line, room = word, width - 1
            else:
                line = line + " " + word if line else word
        lines.append(line)
        return (linesep + " ").join(lines)


def _word(text, charset):
    from base64 import b64encode

    data = text.encode(charset)
    if charset == "iso-8859-1":
        from quopri import encodestring

        return "=?%s?q?%s?=" % (charset, encodestring(data, header=True).decode().replace("=\n", ""))
    safe = sum([1 for byte in data if chr(byte).isalnum() and byte < 128 or byte in b"-!*+/ "])
    quoted = 3 * len(data) - 2 * safe
    if charset == "utf-8" and quoted <= (len(data) + 2) // 3 * 4:
        made = "".join([chr(b) if b < 128 and (chr(b).isalnum() or b in b"-!*+/") else "_" if b == 32 else "=%02X" % b for b in data])
        return "=?%s?q?%s?=" % (charset, made)
    return "=?%s?b?%s?=" % (charset, b64encode(data).decode())


def _encoded_words(text, charset, room):
    words = []
    while text:
        end = len(text)
        while end > 1 and len(_word(text[:end], charset)) > max(room, 20):
            end -= 1
        words.append(_word(text[:end], charset))
        text = text[end:]
        room = 75
    return words
