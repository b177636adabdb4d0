"""zoneinfo: time zones from files of the time zone database (RFC 8536), where such are granted."""

import os
import struct
import sys

from bisect import bisect_right
from datetime import datetime, timedelta, tzinfo

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]
TZPATH = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")
_EPOCH = 719163  # the ordinal of 1970-01-01


class ZoneInfoNotFoundError(KeyError):
    pass


class InvalidTZPathWarning(RuntimeWarning):
    pass


def reset_tzpath(to=None):
    global TZPATH
    if to is None:
        to = os.environ.get("PYTHONTZPATH", "").split(":") if os.environ.get("PYTHONTZPATH") else _DEFAULT
    elif isinstance(to, (str, bytes)):
        raise TypeError("tzpath must be a list or tuple, not %s" % type(to))
    for path in to:
        if not str(path).startswith("/"):
            raise ValueError("tzpaths should be absolute, found the following relative paths: " + str(path))
    TZPATH = tuple([str(path) for path in to])


_DEFAULT = TZPATH


def _places():
    # The package tzdata carries the same files.
    return list(TZPATH) + [path.rstrip("/") + "/tzdata/zoneinfo" for path in sys.path if path]


def _read(key):
    for place in _places():
        try:
            with open(place + "/" + key, "rb") as f:
                return f.read()
        except OSError:
            pass
    if key == "UTC":
        return None
    raise ZoneInfoNotFoundError(
        "No time zone found with key %s: time zones are read from granted files"
        " (grant: files:path=/usr/share/zoneinfo,at=/usr/share/zoneinfo,links);"
        " 'UTC' and datetime.timezone need none" % key
    )


def available_timezones():
    found = {"UTC"}
    for place in _places():
        for folder, folders, names in os.walk(place):
            if folder == place:
                folders[:] = [name for name in folders if name not in ("posix", "right")]
            for name in names:
                path = folder + "/" + name
                try:
                    with open(path, "rb") as f:
                        if f.read(4) == b"TZif" and name != "posixrules":
                            found.add(path[len(place) + 1 :])
                except OSError:
                    pass
    return found


class _Kind:
    # What a clock shows: its offset and the part of it that is daylight saving, in seconds, and its name.
    def __init__(self, offset, saving, name):
        self.utcoffset = timedelta(seconds=offset)
        self.dst = timedelta(seconds=saving)
        self.seconds = offset
        self.name = name


class _Rule:
    # What holds after the last change: a POSIX TZ.
    def __init__(self, text):
        import re

        name = r"(<[-+A-Za-z0-9]+>|[A-Za-z]+)"
        offset = r"([-+]?\d+(?::\d+){0,2})"
        m = re.fullmatch(name + offset + "(?:" + name + offset + "?,([^,]+),([^,]+))?", text)
        if m is None:
            raise ValueError("%s is not a valid TZ string" % text)
        own = -_seconds(m[2])
        self.standard = self.saving = _Kind(own, 0, m[1].strip("<>"))
        self.changes = None
        self.difference = 0
        if m[3] is not None:
            other = own + 3600 if m[4] is None else -_seconds(m[4])
            self.difference = other - own
            self.saving = _Kind(other, self.difference, m[3].strip("<>"))
            self.changes = [_change(m[5]), _change(m[6])]

    def kind(self, wall, year, fold):
        if self.changes is None:
            return self.standard
        start, end = [at(year) for at in self.changes]
        if fold == (self.difference >= 0):
            end -= self.difference
        else:
            start += self.difference
        return self._pick(wall, start, end)

    def of_utc(self, t, year):
        # The kind, and whether the clock shows that time again.
        if self.changes is None:
            return self.standard, 0
        start, end = [at(year) for at in self.changes]
        start -= self.standard.seconds
        end -= self.saving.seconds
        again = end if self.difference > 0 else start
        return self._pick(t, start, end), int(again <= t < again + abs(self.difference))

    def _pick(self, t, start, end):
        saves = start <= t < end if start < end else not end <= t < start
        return self.saving if saves else self.standard


def _seconds(text):
    sign = -1 if text.startswith("-") else 1
    parts = [int(part) for part in text.lstrip("+-").split(":")] + [0, 0]
    return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2])


def _change(text):
    # A function of the year: when the clock is changed, in seconds as it shows them.
    from calendar import isleap, monthrange

    day, _, time = text.partition("/")
    time = _seconds(time or "2")

    def first(year, month=1):
        return datetime(year, month, 1).toordinal() - _EPOCH

    def by_month(year):
        weekday, length = monthrange(year, month)
        at = (weekdays - 1 - weekday) % 7 + 1 + (week - 1) * 7
        return (first(year, month) + (at if at <= length else at - 7) - 1) * 86400 + time

    def by_day(year):
        return (first(year) + number - 1 + (julian and number > 59 and isleap(year))) * 86400 + time

    if day.startswith("M"):
        month, week, weekdays = [int(part) for part in day[1:].split(".")]
        return by_month
    # POSIX counts from 0 where there is no J; CPython does not.
    julian = day.startswith("J")
    number = int(day.lstrip("J"))
    return by_day


def _parse(data):
    # The times of change, the kinds from then on, the kind before, the rule behind.
    def header(at):
        magic, version = struct.unpack(">4sc", data[at : at + 5])
        if magic != b"TZif":
            raise ValueError("Invalid TZif file: magic not found")
        return version, struct.unpack(">6l", data[at + 20 : at + 44])

    version, counts = header(0)
    at, size, code = 44, 4, "l"
    if version >= b"2":
        isutc, isstd, leap, changes, kinds, chars = counts
        at += changes * 5 + kinds * 6 + chars + leap * 8 + isstd + isutc
        version, counts = header(at)
        at, size, code = at + 44, 8, "q"
    isutc, isstd, leap, changes, kinds, chars = counts
    times = list(struct.unpack(">%d%s" % (changes, code), data[at : at + changes * size]))
    at += changes * size
    which = list(data[at : at + changes])
    at += changes
    raw = [struct.unpack(">lBB", data[at + 6 * i : at + 6 * i + 6]) for i in range(kinds)]
    at += kinds * 6
    names = data[at : at + chars]
    savings = _savings(raw, which)
    made = [_Kind(raw[i][0], savings[i], names[raw[i][2] :].split(b"\0")[0].decode()) for i in range(kinds)]
    standard = [made[i] for i in range(kinds) if not raw[i][1]]
    rule = None
    if size == 8:
        at += chars + leap * 12 + isstd + isutc
        text = data[at:].strip(b"\n").decode()
        rule = _Rule(text) if text else None
    return times, [made[i] for i in which], standard[0] if standard else made[0], rule


def _savings(raw, which):
    # How much of an offset is daylight saving is not said: it is told from the kind before or after.
    savings = [0] * len(raw)
    for i in range(1, len(which)):
        at = which[i]
        if raw[at][1] and not savings[at]:
            if not raw[which[i - 1]][1]:
                savings[at] = raw[at][0] - raw[which[i - 1]][0]
            if not savings[at] and i + 1 < len(which) and not raw[which[i + 1]][1]:
                savings[at] = raw[at][0] - raw[which[i + 1]][0]
    return [3600 if kind[1] and not saving else saving for kind, saving in zip(raw, savings)]


class ZoneInfo(tzinfo):
    _cache = {}

    def __new__(cls, key):
        found = cls._cache.get(key) if cls is ZoneInfo else None
        if found is None:
            found = cls.no_cache(key)
            if cls is ZoneInfo:
                cls._cache[key] = found
        return found

    @classmethod
    def no_cache(cls, key):
        if not isinstance(key, str):
            raise TypeError("key must be a string, not %s" % type(key).__name__)
        if key.startswith("/"):
            raise ValueError("ZoneInfo keys may not be absolute paths, got: " + key)
        if ".." in key.split("/") or os.path.normpath(key) != key.rstrip("/"):
            raise ValueError("ZoneInfo keys must be normalized relative paths, got: " + key)
        return cls._made(_read(key), key)

    @classmethod
    def from_file(cls, fobj, key=None):
        self = cls._made(fobj.read(), key)
        self._file = repr(fobj)
        return self

    @classmethod
    def _made(cls, data, key):
        self = tzinfo.__new__(cls)
        self._key = key
        self._file = None
        if data is None:
            data = ([], [], _Kind(0, 0, "UTC"), None)
        else:
            data = _parse(data)
        self._times, self._kinds, self._before, self._rule = data
        # As the clock shows them, with the first and the second of two equal times.
        offsets = [self._before.seconds] + [kind.seconds for kind in self._kinds]
        pairs = list(zip(self._times, offsets, offsets[1:]))
        self._walls = [t + max(a, b) for t, a, b in pairs], [t + min(a, b) for t, a, b in pairs]
        return self

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for key in list(ZoneInfo._cache) if only_keys is None else only_keys:
            ZoneInfo._cache.pop(key, None)

    @property
    def key(self):
        return self._key

    def _kind(self, dt):
        if dt is None:
            if self._times or (self._rule is not None and self._rule.changes):
                return None
            return self._before if self._rule is None else self._rule.standard
        wall = (dt.toordinal() - _EPOCH) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second
        at = bisect_right(self._walls[dt.fold], wall)
        if at == len(self._times) and self._rule is not None:
            return self._rule.kind(wall, dt.year, dt.fold)
        return self._kinds[at - 1] if at else self._before

    def utcoffset(self, dt):
        kind = self._kind(dt)
        return None if kind is None else kind.utcoffset

    def dst(self, dt):
        kind = self._kind(dt)
        return None if kind is None else kind.dst

    def tzname(self, dt):
        kind = self._kind(dt)
        return None if kind is None else kind.name

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc() requires a datetime argument")
        if dt.tzinfo is not self:
            raise ValueError("dt.tzinfo is not self")
        t = (dt.toordinal() - _EPOCH) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second
        at = bisect_right(self._times, t)
        if at == len(self._times) and self._rule is not None:
            kind, fold = self._rule.of_utc(t, dt.year)
        else:
            kind, fold = self._kinds[at - 1] if at else self._before, 0
        if at and not fold:
            before = self._kinds[at - 2] if at > 1 else self._before
            fold = int(before.seconds - kind.seconds > t - self._times[at - 1])
        return (dt + kind.utcoffset).replace(fold=fold)

    def __str__(self):
        return repr(self) if self._key is None else self._key

    def __repr__(self):
        if self._key is None:
            return "%s.%s.from_file(%s)" % (type(self).__module__, type(self).__qualname__, self._file)
        return "%s.%s(key=%r)" % (type(self).__module__, type(self).__qualname__, self._key)

    def __reduce__(self):
        if self._key is None:
            from pickle import PicklingError

            raise PicklingError("Cannot pickle a ZoneInfo file created from a file stream.")
        return type(self), (self._key,)
