# What strftime() and strptime() of time and datetime have in common.
import re

from _dates import fields

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def is_leap(y):
    return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)


def days_in_month(y, m):
    return 29 if m == 2 and is_leap(y) else _LENGTHS[m]


def to_ordinal(y, m, d):
    # The years of which a 29th of February went by.
    leaps = y if m > 2 else y - 1
    return (y - 1) * 365 + leaps // 4 - leaps // 100 + leaps // 400 + _BEFORE[m] + d


def iso_calendar(y, m, d):
    n = to_ordinal(y, m, d)
    thursday = n - (n - 1) % 7 + 3
    year = fields(thursday)[0]
    return year, (thursday - to_ordinal(year, 1, 1)) // 7 + 1, (n - 1) % 7 + 1


def _offset(seconds, colon):
    if seconds is None:
        return ""
    sign = "-" if seconds < 0 else "+"
    h, rest = divmod(abs(seconds), 3600)
    m, s = divmod(rest, 60)
    text = "%s%02d%s%02d" % (sign, h, colon, m)
    return text + "%s%02d" % (colon, s) if s else text


# t: year, month, day, hour, minute, second, weekday, day of the year.
def format_time(fmt, t, us=0, offset=None, zone=""):
    y, m, d, H, M, S, w, j = t
    out = []
    i = 0
    n = len(fmt)
    while i < n:
        end = fmt.find("%", i)
        if end < 0 or end == n - 1:
            out.append(fmt[i:])
            break
        out.append(fmt[i:end])
        c = fmt[end + 1]
        i = end + 2
        if c == "-" and i < n:
            # As glibc: without zeros or blanks in front.
            out.append(format_time("%" + fmt[i], t, us, offset, zone).lstrip("0 ") or "0")
            i += 1
            continue
        if c == "Y":
            c = str(y)
        elif c == "m":
            c = "%02d" % m
        elif c == "d":
            c = "%02d" % d
        elif c == "H":
            c = "%02d" % H
        elif c == "M":
            c = "%02d" % M
        elif c == "S":
            c = "%02d" % S
        elif c == "f":
            c = "%06d" % us
        elif c == "y":
            c = "%02d" % (y % 100)
        elif c == "b" or c == "h":
            c = MONTHS[m - 1][:3]
        elif c == "B":
            c = MONTHS[m - 1]
        elif c == "a":
            c = DAYS[w][:3]
        elif c == "A":
            c = DAYS[w]
        elif c == "I":
            c = "%02d" % ((H + 11) % 12 + 1)
        elif c == "l":
            c = "%2d" % ((H + 11) % 12 + 1)
        elif c == "k":
            c = "%2d" % H
        elif c == "p":
            c = "AM" if H < 12 else "PM"
        elif c == "P":
            c = "am" if H < 12 else "pm"
        elif c == "j":
            c = "%03d" % j
        elif c == "e":
            c = "%2d" % d
        elif c == "w":
            c = str((w + 1) % 7)
        elif c == "u":
            c = str(w + 1)
        elif c == "U":
            c = "%02d" % ((j + 6 - (w + 1) % 7) // 7)
        elif c == "W":
            c = "%02d" % ((j + 6 - w) // 7)
        elif c == "G":
            c = str(iso_calendar(y, m, d)[0])
        elif c == "V":
            c = "%02d" % iso_calendar(y, m, d)[1]
        elif c == "g":
            c = "%02d" % (iso_calendar(y, m, d)[0] % 100)
        elif c == "C":
            c = "%02d" % (y // 100)
        elif c == "z":
            c = _offset(offset, "")
        elif c == "Z":
            c = zone or ""
        elif c == "n":
            c = "\n"
        elif c == "t":
            c = "\t"
        elif c == "s":
            c = str((to_ordinal(y, m, d) - 719163) * 86400 + H * 3600 + M * 60 + S - (offset or 0))
        elif c != "%":
            long = _LONG.get(c)
            c = "%" + c if long is None else format_time(long, t, us, offset, zone)
        out.append(c)
    return "".join(out)


_LONG = {"c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "T": "%H:%M:%S", "F": "%Y-%m-%d", "R": "%H:%M", "r": "%I:%M:%S %p"}
_PARTS = {
    "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])", "f": r"(?P<f>[0-9]{1,6})", "H": r"(?P<H>2[0-3]|[0-1]\d|\d)",
    "I": r"(?P<I>1[0-2]|0[1-9]|[1-9])", "G": r"(?P<G>\d\d\d\d)", "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
    "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])", "M": r"(?P<M>[0-5]\d|\d)", "S": r"(?P<S>6[0-1]|[0-5]\d|\d)", "U": r"(?P<U>5[0-3]|[0-4]\d|\d)",
    "W": r"(?P<W>5[0-3]|[0-4]\d|\d)", "V": r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)", "w": r"(?P<w>[0-6])", "u": r"(?P<u>[1-7])",
    "y": r"(?P<y>\d\d)", "Y": r"(?P<Y>\d\d\d\d)", "z": r"(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))",
    "Z": r"(?P<Z>utc|gmt)", "p": r"(?P<p>am|pm)", "%": "%",
    "A": "(?P<A>" + "|".join(DAYS) + ")", "B": "(?P<B>" + "|".join(MONTHS) + ")",
    "a": "(?P<a>" + "|".join([x[:3] for x in DAYS]) + ")", "b": "(?P<b>" + "|".join([x[:3] for x in MONTHS]) + ")",
    "c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S",
}


def _pattern(fmt):
    out = []
    i = 0
    while i < len(fmt):
        c = fmt[i]
        i += 1
        if c == "%":
            if i == len(fmt):
                raise ValueError("stray %% in format '%s'" % fmt)
            part = _PARTS.get(fmt[i])
            if part is None:
                raise ValueError("'%s' is a bad directive in format '%s'" % (fmt[i], fmt))
            out.append(_pattern(part) if part[0] == "%" and len(part) > 1 else part)
            i += 1
        elif c.isspace():
            while i < len(fmt) and fmt[i].isspace():
                i += 1
            out.append(r"\s+")
        else:
            out.append(re.escape(c))
    return "".join(out)


_patterns = {}


def _index(names, name):
    name = name.lower()
    for i, full in enumerate(names):
        if full.lower().startswith(name):
            return i


# Year, month, day, hour, minute, second, weekday, day of the year; microsecond;
# offset in seconds, its microseconds; zone.
def parse_time(text, fmt):
    if not isinstance(text, str):
        raise TypeError("strptime() argument 0 must be str, not " + str(type(text)))
    if not isinstance(fmt, str):
        raise TypeError("strptime() argument 1 must be str, not " + str(type(fmt)))
    pattern = _patterns.get(fmt)
    if pattern is None:
        if len(_patterns) > 9:
            _patterns.clear()
        pattern = _patterns[fmt] = re.compile(_pattern(fmt), re.I)
    found = pattern.match(text)
    if not found:
        raise ValueError("time data %r does not match format %r" % (text, fmt))
    if found.end() != len(text):
        raise ValueError("unconverted data remains: " + text[found.end():])
    g = found.groupdict()
    y = g.get("Y")
    given = y is not None or "y" in g
    if y is not None:
        y = int(y)
    elif "y" in g:
        y = int(g["y"])
        y += 2000 if y < 69 else 1900
    else:
        y = 1900
    m = d = 1
    w = j = None
    if "m" in g:
        m = int(g["m"])
    elif "b" in g:
        m = _index(MONTHS, g["b"]) + 1
    elif "B" in g:
        m = _index(MONTHS, g["B"]) + 1
    if "d" in g:
        d = int(g["d"])
    H = int(g.get("H", 0))
    if "I" in g:
        H = int(g["I"]) % 12 + (12 if g.get("p", "").lower() == "pm" else 0)
    M = int(g.get("M", 0))
    S = int(g.get("S", 0))
    us = g.get("f", "")
    us = int(us + "0" * (6 - len(us)))
    if "A" in g:
        w = _index(DAYS, g["A"])
    elif "a" in g:
        w = _index(DAYS, g["a"])
    elif "w" in g:
        w = (int(g["w"]) + 6) % 7
    elif "u" in g:
        w = int(g["u"]) - 1
    offset = None
    micro = 0
    z = g.get("z")
    if z == "Z":
        offset = 0
    elif z:
        digits = z[1:].replace(":", "")
        offset = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
        fraction = digits[7:]
        micro = int(fraction + "0" * (6 - len(fraction)))
        if z[0] == "-":
            offset = -offset
            micro = -micro
    if "j" in g:
        j = int(g["j"])
    elif w is not None and given and ("U" in g or "W" in g):
        sunday = "U" in g
        first = (to_ordinal(y, 1, 1) + (0 if sunday else 6)) % 7
        day = (w + 1) % 7 if sunday else w
        j = int(g["U"] if sunday else g["W"]) * 7 + day - first + 1
        if first == 0:
            j -= 7
    elif "G" in g:
        if "V" not in g or w is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
        monday = to_ordinal(int(g["G"]), 1, 4)
        y, m, d = fields(monday - (monday - 1) % 7 + (int(g["V"]) - 1) * 7 + w)
    if j is not None:
        y, m, d = fields(to_ordinal(y, 1, 1) + j - 1)
    elif d > days_in_month(y, m) and (given or m != 2 or d > 29):
        raise ValueError("day is out of range for month")
    n = to_ordinal(y, m, d)
    return (y, m, d, H, M, S, (n - 1) % 7, n - to_ordinal(y, 1, 1) + 1), us, offset, micro, g.get("Z")
