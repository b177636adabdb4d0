# A date is held as its day, a moment and a span as microseconds; fields are made
# when they are asked for.
from math import floor
from operator import ge, gt, le, lt

from _dates import clock, fields, moment, ordinal, span, stamp
from _timetext import format_time, iso_calendar, parse_time

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")
MINYEAR = 1
MAXYEAR = 9999
_DAY = 86400000000
_LEAST, _MOST = -999999999 * _DAY, 1000000000 * _DAY - 1
_END = 3652059 * _DAY
_FIELDS = "year", "month", "day", "hour", "minute", "second", "microsecond"
_UNITS = 7 * _DAY, _DAY, 3600000000, 60000000, 1000000, 1000, 1


def _plural(n):
    return "" if abs(n) == 1 else "s"


def _int(value):
    if isinstance(value, int):
        return value
    if not hasattr(value, "__index__"):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
    return value.__index__()


class timedelta:
    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        whole = span(days, seconds, microseconds, milliseconds, minutes, hours, weeks)
        if whole is not None:
            return object.__new__(cls)._set(whole)
        whole = 0
        part = 0.0
        given = weeks, days, hours, minutes, seconds, milliseconds, microseconds
        for at, n in enumerate(given):
            unit = _UNITS[at]
            if isinstance(n, float):
                i = int(n)
                part += (n - i) * unit
                n = i
            elif not isinstance(n, int):
                name = "weeks days hours minutes seconds milliseconds microseconds".split()[at]
                raise TypeError("unsupported type for timedelta %s component: %s" % (name, type(n).__name__))
            whole += n * unit
        if part:
            whole += floor(part)
            part -= floor(part)
            whole += part > 0.5 or (part == 0.5 and whole % 2)
        return object.__new__(cls)._set(whole)

    def _set(self, us):
        if not _LEAST <= us <= _MOST:
            raise OverflowError("days=%d; must have magnitude <= 999999999" % (us // _DAY))
        self._us = us
        return self

    def __getattr__(self, name):
        if name in ("days", "seconds", "microseconds"):
            self.days, rest = divmod(self._us, _DAY)
            self.seconds, self.microseconds = divmod(rest, 1000000)
            return getattr(self, name)
        _unknown(self, name)

    def total_seconds(self):
        return self._us / 1000000

    def __repr__(self):
        parts = ["%s=%d" % (name, n) for name, n in (("days", self.days), ("seconds", self.seconds), ("microseconds", self.microseconds)) if n]
        return "%s(%s)" % (_said(self), ", ".join(parts) or "0")

    def __str__(self):
        m, s = divmod(self.seconds, 60)
        text = "%d:%02d:%02d" % (m // 60, m % 60, s)
        if self.days:
            text = "%d day%s, %s" % (self.days, _plural(self.days), text)
        return text + ".%06d" % self.microseconds if self.microseconds else text

    def __add__(self, other):
        return _delta(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _delta(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return _delta(other._us - self._us) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _delta(-self._us)

    def __pos__(self):
        return self

    def __abs__(self):
        return _delta(abs(self._us))

    def __mul__(self, n):
        if isinstance(n, int):
            return _delta(self._us * n)
        if isinstance(n, float):
            a, b = n.as_integer_ratio() if hasattr(n, "as_integer_ratio") else (n, 1)
            return _delta(_divide(self._us * a, b) if isinstance(a, int) else round(self._us * n))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, n):
        if isinstance(n, timedelta):
            return self._us // n._us
        return _delta(self._us // n) if isinstance(n, int) else NotImplemented

    def __truediv__(self, n):
        if isinstance(n, timedelta):
            return self._us / n._us
        if isinstance(n, int):
            return _delta(_divide(self._us, n))
        if isinstance(n, float):
            a, b = n.as_integer_ratio()
            return _delta(_divide(self._us * b, a))
        return NotImplemented

    def __mod__(self, n):
        return _delta(self._us % n._us) if isinstance(n, timedelta) else NotImplemented

    def __divmod__(self, n):
        return self // n, self % n

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __ne__(self, other):
        return self._us != other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash(self._us)

    def __bool__(self):
        return self._us != 0

    def __reduce__(self):
        return type(self), (self.days, self.seconds, self.microseconds)


def _divide(a, b):
    # To the nearest, ties to the even.
    if b < 0:
        a, b = -a, -b
    q, r = divmod(a, b)
    return q + (2 * r > b or (2 * r == b and q % 2 == 1))


def _delta(us):
    return object.__new__(timedelta)._set(us)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(0, 0, 1)


class tzinfo:
    def tzname(self, dt):
        raise NotImplementedError("tzinfo subclass must override tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("tzinfo subclass must override utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("tzinfo subclass must override dst()")

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        dst = dt.dst()
        if offset is None or dst is None:
            raise ValueError("fromutc() requires a non-None dst() result" if dst is None else "fromutc() requires a non-None utcoffset() result")
        dt += offset - dst
        return dt + dt.dst()


def _check_given(dt, name):
    if dt is not None and not isinstance(dt, _datetime):
        raise TypeError("%s(dt) argument must be a datetime instance or None, not %s" % (name, type(dt).__name__))


class timezone(tzinfo):
    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, not " + type(offset).__name__)
        if not -_DAY < offset._us < _DAY:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not " + repr(offset) + ".")
        if name is not None and not isinstance(name, str):
            raise TypeError("timezone() argument 2 must be str, not " + type(name).__name__)
        if name is None and not offset and hasattr(timezone, "utc"):
            return timezone.utc
        self = tzinfo.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def utcoffset(self, dt):
        _check_given(dt, "utcoffset")
        return self._offset

    def dst(self, dt):
        _check_given(dt, "dst")

    def tzname(self, dt):
        _check_given(dt, "tzname")
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def fromutc(self, dt):
        if not isinstance(dt, _datetime):
            raise TypeError("fromutc() argument must be a datetime instance")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return "datetime.timezone(%r)" % self._offset
        return "datetime.timezone(%r, %r)" % (self._offset, self._name)

    def __str__(self):
        return self.tzname(None)

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __reduce__(self):
        return timezone, (self._offset,) if self._name is None else (self._offset, self._name)


timezone.utc = UTC = timezone(timedelta())
timezone.min = timezone(timedelta(hours=-23, minutes=-59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


def _offset_text(offset):
    if offset is None:
        return ""
    us = abs(offset._us)
    s, us = divmod(us, 1000000)
    text = "%s%02d:%02d" % ("-" if offset._us < 0 else "+", s // 3600, s // 60 % 60)
    if s % 60 or us:
        text += ":%02d" % (s % 60)
    return text + ".%06d" % us if us else text


def _check_fold(fold):
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(tz).__name__)


def _invalid(text):
    raise ValueError("Invalid isoformat string: %r" % text)


def _digits(text, whole):
    if not text.isdigit():
        _invalid(whole)
    return int(text)


def _parse_date(s, whole):
    n = len(s)
    if n in (10, 8) and "W" not in s and "w" not in s:
        if n == 10:
            if s[4] != "-" or s[7] != "-":
                _invalid(whole)
            s = s[:4] + s[5:7] + s[8:]
        return _digits(s[:4], whole), _digits(s[4:6], whole), _digits(s[6:], whole)
    # YYYY-Www-D, YYYYWwwD, and both without the day.
    t = s.replace("-", "") if s in (s[:4] + "-" + s[5:8] + "-" + s[9:], s[:4] + "-" + s[5:8]) else s
    if len(t) not in (7, 8) or t[4] != "W" or "-" in t:
        _invalid(whole)
    return _from_week(_digits(t[:4], whole), _digits(t[5:7], whole), _digits(t[7:] or "1", whole))


def _from_week(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("Year is out of range: %d" % year)
    if not 1 <= week <= 52 and (week != 53 or iso_calendar(year, 12, 28)[1] != 53):
        raise ValueError("Invalid week: %d" % week)
    if not 1 <= day <= 7:
        raise ValueError("Invalid weekday: %d (range is [1, 7])" % day)
    n = ordinal(year, 1, 4)
    return fields(n - (n - 1) % 7 + (week - 1) * 7 + day - 1)


def _parse_clock(s, whole):
    fraction = ""
    for dot in ".,":
        if dot in s:
            s, fraction = s.split(dot, 1)
            if not fraction.isdigit() or len(s) < 6:
                _invalid(whole)
            break
    parts = s.split(":") if ":" in s else [s[i:i + 2] for i in range(0, len(s), 2)]
    if not 1 <= len(parts) <= 3 or any([len(p) != 2 for p in parts]):
        _invalid(whole)
    parts = [_digits(p, whole) for p in parts] + [0, 0]
    return parts[0], parts[1], parts[2], int((fraction + "000000")[:6])


def _parse_clock_zone(s, whole):
    tz = None
    if s[-1:] in ("Z", "z"):
        tz = timezone.utc
        s = s[:-1]
    else:
        for sign in "+-":
            at = s.find(sign)
            if at >= 0:
                h, m, sec, us = _parse_clock(s[at + 1:], whole)
                offset = timedelta(0, h * 3600 + m * 60 + sec, us)
                tz = timezone(-offset if sign == "-" else offset) if offset else timezone.utc
                s = s[:at]
                break
    h, m, sec, us = _parse_clock(s, whole)
    return h, m, sec, us, tz


class IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % tuple(self)

    def __reduce__(self):
        return tuple, (tuple(self),)


def _unknown(self, name):
    raise AttributeError("'%s' object has no attribute '%s'" % (_said(self), name), name=name, obj=self)


class date:
    def __new__(cls, year=None, month=None, day=None):
        self = object.__new__(cls)
        self._day = ordinal(year, month, day)
        if cls is not _date:
            self._fill() # it may have a __getattr__ of its own
        return self

    @classmethod
    def _of(cls, n):
        if not 0 < n <= 3652059:
            raise OverflowError("date value out of range")
        if cls is not _date:
            return cls(*fields(n))
        self = object.__new__(_date)
        self._day = n
        return self

    def _fill(self):
        self.year, self.month, self.day = fields(self._day)

    def __getattr__(self, name):
        if name in ("year", "month", "day"):
            self._fill()
            return getattr(self, name)
        _unknown(self, name)

    @classmethod
    def today(cls):
        from time import time

        return cls.fromtimestamp(time())

    @classmethod
    def fromtimestamp(cls, timestamp):
        return cls._of(int(timestamp // 86400) + 719163)

    @classmethod
    def fromordinal(cls, n):
        n = _int(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > 3652059:
            raise ValueError("year %d is out of range" % ((n - 1) * 400 // 146097 + 1))
        return cls._of(n)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        if len(text) not in (7, 8, 10):
            _invalid(text)
        y, m, d = _parse_date(text, text)
        return cls(y, m, d)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        y, m, d = _from_week(year, week, day)
        return cls(y, m, d)

    def toordinal(self):
        return self._day

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        return IsoCalendarDate(iso_calendar(self.year, self.month, self.day))

    def isoformat(self):
        return "%04d-%02d-%02d" % (self.year, self.month, self.day)

    __str__ = isoformat

    def __repr__(self):
        return "%s(%d, %d, %d)" % (_said(self), self.year, self.month, self.day)

    def _fields(self):
        n = self.toordinal()
        return self.year, self.month, self.day, 0, 0, 0, (n + 6) % 7, n - ordinal(self.year, 1, 1) + 1

    def strftime(self, format):
        return format_time(format, self._fields())

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def ctime(self):
        return self.strftime("%a %b %e %H:%M:%S %Y")

    def timetuple(self):
        from time import struct_time

        return struct_time(self._fields() + (-1,))

    def replace(self, year=None, month=None, day=None):
        return type(self)(self.year if year is None else year, self.month if month is None else month, self.day if day is None else day)

    def _other(self, other):
        return isinstance(other, _date) and isinstance(other, _datetime) == isinstance(self, _datetime)

    def __add__(self, delta):
        return type(self)._of(self._day + delta._us // _DAY) if isinstance(delta, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._day - other._us // _DAY)
        return _delta((self._day - other._day) * _DAY) if self._other(other) else NotImplemented

    def __eq__(self, other):
        return self._day == other._day if type(other) is _date or self._other(other) else NotImplemented

    def __ne__(self, other):
        return self._day != other._day if type(other) is _date or self._other(other) else NotImplemented

    def __lt__(self, other):
        return self._day < other._day if type(other) is _date or self._other(other) else NotImplemented

    def __le__(self, other):
        return self._day <= other._day if type(other) is _date or self._other(other) else NotImplemented

    def __gt__(self, other):
        return self._day > other._day if type(other) is _date or self._other(other) else NotImplemented

    def __ge__(self, other):
        return self._day >= other._day if type(other) is _date or self._other(other) else NotImplemented

    def __hash__(self):
        return hash(self._day)

    def __reduce__(self):
        return type(self), (self.year, self.month, self.day)


def _clock_text(h, m, s, us, spec):
    if spec == "auto":
        spec = "microseconds" if us else "seconds"
    if spec == "hours":
        return "%02d" % h
    if spec == "minutes":
        return "%02d:%02d" % (h, m)
    text = "%02d:%02d:%02d" % (h, m, s)
    if spec == "seconds":
        return text
    if spec == "milliseconds":
        return text + ".%03d" % (us // 1000)
    if spec == "microseconds":
        return text + ".%06d" % us
    raise ValueError("Unknown timespec value")


class time:
    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        us = clock(hour, minute, second, microsecond)
        _check_fold(fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._us = us
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.tzinfo = tzinfo
        self.fold = fold
        return self

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        h, m, s, us, tz = _parse_clock_zone(text[1:] if text[:1] == "T" else text, text)
        return cls(h, m, s, us, tz)

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(None)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(None)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(None)

    def isoformat(self, timespec="auto"):
        return _clock_text(self.hour, self.minute, self.second, self.microsecond, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        text = "%d, %d" % (self.hour, self.minute)
        if self.microsecond:
            text += ", %d, %d" % (self.second, self.microsecond)
        elif self.second:
            text += ", %d" % self.second
        if self.tzinfo is not None:
            text += ", tzinfo=%r" % self.tzinfo
        if self.fold:
            text += ", fold=1"
        return "%s(%s)" % (_said(self), text)

    def strftime(self, format):
        offset = self.utcoffset()
        return format_time(format, (1900, 1, 1, self.hour, self.minute, self.second, 0, 1), self.microsecond,
                           None if offset is None else offset._us // 1000000, self.tzname())

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self.hour if hour is None else hour, self.minute if minute is None else minute, self.second if second is None else second,
                          self.microsecond if microsecond is None else microsecond, self.tzinfo if tzinfo is True else tzinfo, fold=self.fold if fold is None else fold)

    def _key(self):
        offset = self.utcoffset()
        return self._us if offset is None else self._us - offset._us

    def _order(self, other):
        if not isinstance(other, _time):
            return False
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return True

    def __eq__(self, other):
        if not isinstance(other, _time):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()

    def __ne__(self, other):
        return not self == other

    def __lt__(self, other):
        return self._key() < other._key() if self._order(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._order(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._order(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._order(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __reduce__(self):
        return type(self), (self.hour, self.minute, self.second, self.microsecond, self.tzinfo)


class datetime(date):
    def __new__(cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._us = stamp(year, month, day, hour, minute, second, microsecond)
        if fold or tzinfo is not None:
            _check_fold(fold)
            _check_zone(tzinfo)
        self.tzinfo = tzinfo
        self.fold = fold
        if cls is not _datetime:
            self._fill() # it may have a __getattr__ of its own
        return self

    @classmethod
    def _make(cls, us, tz=None):
        # Microseconds from the first day of the year 1.
        if not 0 <= us < _END:
            raise OverflowError("date value out of range")
        if cls is not _datetime:
            return cls(*moment(us), tz)
        self = object.__new__(_datetime)
        self._us = us
        self.tzinfo = tz
        self.fold = 0
        return self

    @classmethod
    def _of(cls, n):
        return cls._make((n - 1) * _DAY)

    def _fill(self):
        self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond = moment(self._us)

    def __getattr__(self, name):
        if name in _FIELDS:
            self._fill()
            return getattr(self, name)
        if name == "_day":
            return self._us // _DAY + 1
        _unknown(self, name)

    def toordinal(self):
        return self._us // _DAY + 1

    @classmethod
    def now(cls, tz=None):
        from time import time_ns

        return cls._at(time_ns() // 1000, tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.now()

    @classmethod
    def _at(cls, us, tz):
        _check_zone(tz)
        at = cls._make(us + 719162 * _DAY, tz)
        return at if tz is None else tz.fromutc(at)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        return cls._at(round(timestamp * 1000000) if isinstance(timestamp, float) else timestamp * 1000000, tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls.fromtimestamp(timestamp)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        for at, value, kind in ((1, date, _date), (2, time, _time)):
            if not isinstance(value, kind):
                raise TypeError("combine() argument %d must be %s, not %s" % (at, kind._said, _said(value)))
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        if len(text) < 7:
            _invalid(text)
        if text[4] == "-":
            n = 10 if text[5] != "W" else 10 if text[8:9] == "-" else 8
        else:
            n = 8 if text[4] != "W" or text[7:8].isdigit() else 7
        y, m, d = _parse_date(text[:n], text)
        if len(text) <= n:
            return cls(y, m, d)
        if len(text) == n + 1:
            _invalid(text)
        h, minute, s, us, tz = _parse_clock_zone(text[n + 1:], text)
        return cls(y, m, d, h, minute, s, us, tz)

    @classmethod
    def strptime(cls, text, format):
        t, us, offset, micro, zone = parse_time(text, format)
        tz = None
        if offset is not None:
            delta = timedelta(0, offset, micro)
            tz = timezone(delta, zone) if zone else timezone(delta) if delta else timezone.utc
        return cls(t[0], t[1], t[2], t[3], t[4], t[5], us, tz)

    def date(self):
        return _date._of(self._us // _DAY + 1)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond, fold=self.fold)

    def timetz(self):
        return time(self.hour, self.minute, self.second, self.microsecond, self.tzinfo, fold=self.fold)

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(self)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def _utc(self):
        offset = self.utcoffset()
        return self._us if offset is None else self._us - offset._us

    def timestamp(self):
        return (self._utc() - 719162 * _DAY) / 1000000

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone.utc
        if tz is self.tzinfo:
            return self
        return tz.fromutc(type(self)._make(self._utc(), tz))

    def timetuple(self):
        from time import struct_time

        dst = self.dst()
        return struct_time(self._fields() + (-1 if dst is None else int(bool(dst)),))

    def utctimetuple(self):
        from time import struct_time

        return struct_time(_datetime._make(self._utc())._fields() + (0,))

    def _fields(self):
        t = _date._fields(self)
        return t[:3] + (self.hour, self.minute, self.second) + t[6:]

    def isoformat(self, sep="T", timespec="auto"):
        return "%04d-%02d-%02d%s%s%s" % (self.year, self.month, self.day, sep, _clock_text(self.hour, self.minute, self.second, self.microsecond, timespec), _offset_text(self.utcoffset()))

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        parts = [self.year, self.month, self.day, self.hour, self.minute]
        if self.second or self.microsecond:
            parts.append(self.second)
        if self.microsecond:
            parts.append(self.microsecond)
        text = ", ".join([str(p) for p in parts])
        if self.tzinfo is not None:
            text += ", tzinfo=%r" % self.tzinfo
        if self.fold:
            text += ", fold=1"
        return "%s(%s)" % (_said(self), text)

    def strftime(self, format):
        offset = self.utcoffset()
        return format_time(format, self._fields(), self.microsecond, None if offset is None else offset._us // 1000000, self.tzname())

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self.year if year is None else year, self.month if month is None else month, self.day if day is None else day,
                          self.hour if hour is None else hour, self.minute if minute is None else minute, self.second if second is None else second,
                          self.microsecond if microsecond is None else microsecond, self.tzinfo if tzinfo is True else tzinfo, fold=self.fold if fold is None else fold)

    # Of one zone they are compared as the clock shows them.
    def _compare(self, other, operation):
        if not isinstance(other, _datetime):
            if isinstance(other, _date):
                raise TypeError("can't compare datetime.datetime to datetime.date")
            return NotImplemented
        if self.tzinfo is other.tzinfo:
            return operation(self._us, other._us)
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return operation(self._utc(), other._utc())

    def __lt__(self, other):
        if type(other) is _datetime and self.tzinfo is other.tzinfo:
            return self._us < other._us
        return self._compare(other, lt)

    def __le__(self, other):
        if type(other) is _datetime and self.tzinfo is other.tzinfo:
            return self._us <= other._us
        return self._compare(other, le)

    def __gt__(self, other):
        if type(other) is _datetime and self.tzinfo is other.tzinfo:
            return self._us > other._us
        return self._compare(other, gt)

    def __ge__(self, other):
        if type(other) is _datetime and self.tzinfo is other.tzinfo:
            return self._us >= other._us
        return self._compare(other, ge)

    def __eq__(self, other):
        if not isinstance(other, _datetime):
            return NotImplemented
        if self.tzinfo is other.tzinfo:
            return self._us == other._us
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._utc() == other._utc()

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self.replace(fold=0)._utc() if self.fold else self._utc())

    def __add__(self, delta):
        if not isinstance(delta, timedelta):
            return NotImplemented
        return type(self)._make(self._us + delta._us, self.tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._make(self._us - other._us, self.tzinfo)
        if not isinstance(other, _datetime):
            return NotImplemented
        if self.tzinfo is other.tzinfo:
            return _delta(self._us - other._us)
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return _delta(self._utc() - other._utc())

    def __reduce__(self):
        given = self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond, self.tzinfo
        return (_folded, (type(self), given)) if self.fold else (type(self), given)


def _folded(cls, given):
    return cls(*given, fold=1)


def _said(value):
    kind = type(value)
    return kind.__dict__.get("_said", kind.__name__)


_date, _time, _datetime = date, time, datetime
for _kind in (date, datetime, time, timedelta, timezone, tzinfo):
    _kind._said = "datetime." + _kind.__name__
    _kind.__name__ = _kind._said
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)
time.min = time()
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta.resolution
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta.resolution
