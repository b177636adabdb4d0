"""unicodedata: what Unicode says of characters."""

import _unidata


class _Data:
    """Unpacked at the first question."""

    def __getattr__(self, name):
        import zlib

        text = zlib.decompress(_unidata.data(), -15)
        head, _, rest = text.partition(b"\0")
        words = [line.split() for line in head.decode().split("\n")]
        self.tags, self.categories, self.widths, self.directions = words[:4]
        self.version = words[4][0]
        for stream in ("category", "width", "direction", "combining", "mirrored", "decomposition", "numeric"):
            size = int.from_bytes(rest[:3], "little")
            setattr(self, stream, rest[3 : 3 + size])
            rest = rest[3 + size :]
        return self.__dict__[name]


_data = _Data()
_spans, _decomposed = {}, {}
_composed = {}


def __getattr__(name):
    if name == "unidata_version":
        return _data.version
    raise AttributeError("module 'unicodedata' has no attribute '%s'" % name)


def _code(chr, function):
    if not isinstance(chr, str):
        raise TypeError("%s() argument %smust be a unicode character, not %s" % (function, "" if function != "normalize" else "2 ", type(chr).__name__))
    if len(chr) != 1:
        place = "1 " if function in ("name", "decimal", "digit", "numeric") else ""
        raise TypeError("%s() argument %smust be a unicode character, not str" % (function, place))
    return ord(chr)


# What was found last in a stream holds for all characters from one to another.
def _look(find, stream, code):
    span = _spans.get(stream)
    if span is None or not span[0] <= code < span[1]:
        span = _spans[stream] = find(getattr(_data, stream), code)
    return span[2]


def _run(stream, code):
    return _look(_unidata.run, stream, code)


def _entry(stream, code):
    return _look(_unidata.entry, stream, code)


def category(chr):
    return _data.categories[_run("category", _code(chr, "category"))]


def bidirectional(chr):
    # The first of the names is that of no class.
    at = _run("direction", _code(chr, "bidirectional"))
    return ([""] + _data.directions)[at]


def east_asian_width(chr):
    return _data.widths[_run("width", _code(chr, "east_asian_width"))]


def combining(chr):
    return _run("combining", _code(chr, "combining"))


def mirrored(chr):
    return _run("mirrored", _code(chr, "mirrored"))


def decomposition(chr):
    found = _entry("decomposition", _code(chr, "decomposition"))
    if found is None:
        return ""
    words = ["%04X" % code for code in found[1:]]
    return " ".join(_data.tags[found[0] : found[0] + 1] + words)


def _number(chr, function, default, what, holds):
    code = _code(chr, function)
    if chr.isdecimal():
        return int(chr)
    found = _entry("numeric", code)
    if holds(found):
        if found[0] & 2:
            return found[1] * 10 ** found[2]
        return found[1] // found[2] if function != "numeric" else found[1] / found[2]
    if default:
        return default[0]
    raise ValueError("not a %s" % what)


def decimal(chr, *default):
    return _number(chr, "decimal", default, "decimal", lambda found: False)


def digit(chr, *default):
    return _number(chr, "digit", default, "digit", lambda found: found is not None and found[0] & 1)


def numeric(chr, *default):
    value = _number(chr, "numeric", default, "numeric character", lambda found: found is not None)
    return float(value) if chr.isnumeric() else value


def name(chr, *default):
    code = _code(chr, "name")
    found = _names(code)
    if found is None and category(chr) not in ("Cc", "Cn", "Co", "Cs"):
        raise NotImplementedError("the name of U+%04X is not kept in this sandbox: use hex(ord(c)) and unicodedata.category(c)" % code)
    if found is None and not default:
        raise ValueError("no such name")
    return found or default[0]


def lookup(name):
    from _charnames import code_of

    code = code_of(name)
    if code is None:
        raise KeyError("undefined character name '%s'" % name)
    return chr(code)


def _names(code):
    from _charnames import name_of

    return name_of(code, category(chr(code)))


def _parts(code, compatible):
    key = code, compatible
    parts = _decomposed.get(key)
    if parts is None:
        if 0xAC00 <= code < 0xD7A4:
            lead, rest = divmod(code - 0xAC00, 588)
            parts = [0x1100 + lead, 0x1161 + rest // 28] + ([0x11A7 + rest % 28] if rest % 28 else [])
        else:
            found = _entry("decomposition", code)
            if found is None or found[0] < len(_data.tags) and not compatible:
                parts = [code]
            else:
                parts = []
                for one in found[1:]:
                    parts.extend(_parts(one, compatible))
        if len(_decomposed) > 1000:
            _decomposed.clear()
        _decomposed[key] = parts
    return parts


def _decompose(text, compatible):
    out = []
    for c in text:
        out.extend([ord(c)] if c < "\x80" else _parts(ord(c), compatible))
    # Marks that follow each other are sorted by their class.
    i = 0
    while i < len(out):
        j = i
        while j < len(out) and out[j] >= 0x300 and _run("combining", out[j]):
            j += 1
        if j - i > 1:
            out[i:j] = sorted(out[i:j], key=lambda code: _run("combining", code))
        i = j + 1
    return out


def _compose(codes):
    if not _composed:
        _composed.update(_unidata.pairs(_data.decomposition, len(_data.tags)))
    out, start, last = [], -1, 0
    for code in codes:
        mark = _run("combining", code) if code >= 0x300 else 0
        if start >= 0 and (last < mark or last == 0 and start == len(out) - 1):
            whole = _whole(out[start], code)
            if whole is not None:
                out[start] = whole
                continue
        if mark == 0:
            start = len(out)
        last = mark
        out.append(code)
    return out


def _whole(first, second):
    if 0x1100 <= first < 0x1113 and 0x1161 <= second < 0x1176:
        return 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
    if 0xAC00 <= first < 0xD7A4 and (first - 0xAC00) % 28 == 0 and 0x11A7 < second < 0x11C3:
        return first + second - 0x11A7
    return _composed.get(first << 21 | second)


def normalize(form, unistr):
    if form not in ("NFC", "NFD", "NFKC", "NFKD"):
        raise ValueError("invalid normalization form")
    if unistr.isascii():
        return unistr
    codes = _decompose(unistr, "K" in form)
    if form[-1] == "C":
        codes = _compose(codes)
    return "".join([chr(code) for code in codes])


def is_normalized(form, unistr):
    return normalize(form, unistr) == unistr
