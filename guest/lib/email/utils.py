"""email.utils: addresses and dates."""

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ZONES = {"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "EST": -500, "EDT": -400, "CST": -600, "CDT": -500, "MST": -700, "MDT": -600, "PST": -800, "PDT": -700}


def quote(text):
    return text.replace("\\", "\\\\").replace('"', '\\"')


def unquote(text):
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1].replace("\\\\", "\\").replace('\\"', '"')
    return text[1:-1] if len(text) > 1 and text[0] == "<" and text[-1] == ">" else text


def formataddr(pair, charset="utf-8"):
    name, address = pair
    address.encode("ascii")
    if not name:
        return address
    if not name.isascii():
        from email.header import Header

        return "%s <%s>" % (Header(name, charset).encode(), address)
    if any([c in '][\\()<>@,:;".' for c in name]):
        name = '"%s"' % quote(name)
    return "%s <%s>" % (name, address)


# Each as (name, address).
def _addresses(text):
    found, name, address, comment = [], "", None, ""
    at = 0
    inside = quoted = False
    depth = 0

    def add():
        if address is not None:
            found.append((name.strip() or comment.strip(), address.replace(" ", "")))
        elif name.strip():
            found.append((comment.strip(), name.strip().replace(" ", "") if "@" in name else name.strip()))

    while at < len(text):
        c = text[at]
        at += 1
        if quoted:
            if c == "\\" and at < len(text):
                name += text[at]
                at += 1
            elif c == '"':
                quoted = False
            else:
                name += c
        elif depth:
            depth += (c == "(") - (c == ")")
            comment += c if depth else ""
        elif c == '"':
            quoted = True
        elif c == "(":
            depth = 1
        elif c == "<":
            inside, address = True, ""
        elif c == ">":
            inside = False
        elif c in ",;" and not inside:
            add()
            name, address, comment = "", None, ""
        elif c == ":" and not inside:
            name = ""
        elif inside:
            address += c
        else:
            name += c
    add()
    return found


def parseaddr(addr, *, strict=True):
    found = _addresses(addr if isinstance(addr, str) else addr[0])
    if not found or strict and len(found) > 1:
        return "", ""
    return found[0] if found[0][1].count(" ") == 0 else ("", "")


def getaddresses(fieldvalues, *, strict=True):
    return _addresses(", ".join([str(value) for value in fieldvalues]))


def parsedate_tz(data):
    if not data:
        return None
    words = data.replace(",", " ").replace("-", " -", data.count("-") if data.count(":") else 0).split()
    if words and words[0][:3].title() in _DAYS and not words[0].isdigit():
        words = words[1:]
    if len(words) == 3:
        words.append("00:00:00")
    if len(words) < 4:
        return None
    day, month, year, clock = words[:4]
    if month.isdigit() or not day.isdigit():
        day, month = month, day
    month = month[:3].title()
    if month not in _MONTHS:
        return None
    try:
        year = int(year)
        parts = [int(part) for part in clock.split(":")]
        day = int(day)
    except ValueError:
        return None
    if year < 100:
        year += 1900 if year > 68 else 2000
    zone = words[4].upper() if len(words) > 4 else None
    offset = _ZONES.get(zone)
    if offset is None and zone is not None:
        try:
            offset = int(zone)
            if offset == 0 and zone.startswith("-"):
                offset = None
        except ValueError:
            pass
    if offset is not None:
        sign = -1 if offset < 0 else 1
        offset = sign * (abs(offset) // 100 * 3600 + abs(offset) % 100 * 60)
    parts += [0] * (3 - len(parts))
    return (year, _MONTHS.index(month) + 1, day, parts[0], parts[1], parts[2], 0, 1, -1, offset)


def parsedate(data):
    found = parsedate_tz(data)
    return found[:9] if found else None


def mktime_tz(data):
    from calendar import timegm

    if data[9] is None:
        from time import mktime

        return mktime(data[:8] + (-1,))
    return timegm(data) - data[9]


def parsedate_to_datetime(data):
    from datetime import datetime, timedelta, timezone

    found = parsedate_tz(data)
    if found is None:
        raise ValueError("Invalid date value or format \"%s\"" % str(data))
    if found[9] is None:
        return datetime(*found[:6])
    return datetime(*found[:6], tzinfo=timezone(timedelta(seconds=found[9])))


def _formatted(t, zone):
    return "%s, %02d %s %04d %02d:%02d:%02d %s" % (_DAYS[t[6]], t[2], _MONTHS[t[1] - 1], t[0], t[3], t[4], t[5], zone)


def formatdate(timeval=None, localtime=False, usegmt=False):
    import time

    return _formatted(time.gmtime(time.time() if timeval is None else timeval), "GMT" if usegmt else "+0000" if localtime else "-0000")


def format_datetime(dt, usegmt=False):
    t = dt.timetuple()
    if usegmt:
        if dt.utcoffset() is None or dt.utcoffset():
            raise ValueError("usegmt option requires a UTC datetime")
        return _formatted(t, "GMT")
    return _formatted(t, "-0000" if dt.tzinfo is None else dt.strftime("%z"))


def localtime(dt=None):
    from datetime import datetime

    return (dt or datetime.now()).astimezone()


def make_msgid(idstring=None, domain=None):
    import random
    import time

    return "<%d.1.%d%s@%s>" % (time.time() * 100, random.getrandbits(64), "." + idstring if idstring else "", domain or "sandbox")


def collapse_rfc2231_value(value, errors="replace", fallback_charset="us-ascii"):
    return unquote(value) if isinstance(value, str) else value[2]
