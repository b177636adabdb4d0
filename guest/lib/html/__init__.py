"""html: text in HTML and back."""

_NAMES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "\xa9", "reg": "\xae",
          "trade": "\u2122", "hellip": "\u2026", "mdash": "\u2014", "ndash": "\u2013", "lsquo": "\u2018",
          "rsquo": "\u2019", "ldquo": "\u201c", "rdquo": "\u201d", "bull": "\u2022", "middot": "\xb7", "deg": "\xb0",
          "plusmn": "\xb1", "times": "\xd7", "divide": "\xf7", "frac12": "\xbd", "euro": "\u20ac", "pound": "\xa3",
          "yen": "\xa5", "cent": "\xa2", "sect": "\xa7", "para": "\xb6", "laquo": "\xab", "raquo": "\xbb",
          "auml": "\xe4", "ouml": "\xf6", "uuml": "\xfc", "Auml": "\xc4", "Ouml": "\xd6", "Uuml": "\xdc",
          "szlig": "\xdf", "eacute": "\xe9", "egrave": "\xe8", "agrave": "\xe0", "ccedil": "\xe7", "ntilde": "\xf1",
          "larr": "\u2190", "rarr": "\u2192", "uarr": "\u2191", "darr": "\u2193", "infin": "\u221e", "ne": "\u2260",
          "le": "\u2264", "ge": "\u2265", "alpha": "\u03b1", "beta": "\u03b2", "pi": "\u03c0", "micro": "\xb5"}


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def unescape(s):
    out = []
    start = 0
    while True:
        at = s.find("&", start)
        if at < 0:
            out.append(s[start:])
            return "".join(out)
        out.append(s[start:at])
        end = s.find(";", at)
        text = _entity(s[at + 1 : end]) if 0 < end <= at + 32 else None
        if text is None:
            out.append("&")
            start = at + 1
        else:
            out.append(text)
            start = end + 1


def _entity(name):
    if name[:1] != "#":
        return _NAMES.get(name)
    try:
        code = int(name[2:], 16) if name[1:2] in "xX" else int(name[1:])
    except ValueError:
        return None
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
