# Dates, times, differences, time zones.
from datetime import date, datetime, time, timedelta, timezone, tzinfo, MINYEAR, MAXYEAR, UTC
import datetime as module


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.toordinal(), d.isocalendar(), d.isocalendar().week, d.ctime(), d.timetuple())
print(d.replace(year=2023, day=1), d + timedelta(1), d - timedelta(60), d - date(2023, 1, 1), date.fromordinal(738000), date.fromisoformat("2024-12-31"), date.fromisocalendar(2020, 53, 7))
print(d < date(2024, 3, 1), d == date(2024, 2, 29), d != date(2020, 1, 1), d >= d, max(d, date(2025, 1, 1)), sorted([date(2025, 1, 1), d, date(2020, 5, 5)]), len({d, date(2024, 2, 29)}), hash(d) == hash(date(2024, 2, 29)))
for y in (1, 4, 100, 400, 1582, 1900, 1970, 1999, 2000, 2001, 2024, 2100, 9999):
    for m, day in ((1, 1), (2, 28), (3, 1), (12, 31)):
        x = date(y, m, day)
        assert date.fromordinal(x.toordinal()) == x
        print(x, x.toordinal(), x.weekday(), tuple(x.isocalendar()), x.strftime("%j %U %W %a %b %d %y"), end=";")
print()
t = datetime(2024, 3, 5, 14, 7, 9, 12345)
print(t, repr(t), t.date(), t.time(), t.isoformat(), t.isoformat(" ", "minutes"), t.isoformat(timespec="milliseconds"), t.timetuple(), t.ctime())
print(t.strftime("%Y-%m-%d %H:%M:%S.%f %j %A %a %B %b %p %I %y %% %U %W %w %u %G-%V %e %D %T %F %R %c|%x|%X|%z|%Z|"), f"{t}", "%s" % t)
print(t + timedelta(hours=10), t - timedelta(days=64, seconds=5), t - datetime(2024, 1, 1), t.replace(hour=0, minute=0, second=0, microsecond=0), datetime.combine(d, time(1, 2, 3)), datetime.fromordinal(738000))
print(datetime(2024, 1, 1), repr(datetime(2024, 1, 1)), repr(datetime(2024, 1, 1, 0, 0, 5)), repr(datetime(2024, 1, 1, fold=1)), datetime.min, datetime.max, date.min, date.max, MINYEAR, MAXYEAR)
print(datetime(2024, 1, 1) < t, datetime(2024, 1, 1) == date(2024, 1, 1), t == datetime(2024, 3, 5, 14, 7, 9, 12345), isinstance(t, date), sorted([t, datetime(2020, 1, 1)])[0])
for text, fmt in (("2024-05-06", "%Y-%m-%d"), ("06/05/24 13:14:15", "%d/%m/%y %H:%M:%S"), ("Mon May  6 2024", "%a %b %d %Y"), ("May 6, 2024 1:05 PM", "%B %d, %Y %I:%M %p"), ("12:00 AM", "%I:%M %p"), ("2024-05-06T07:08:09.123", "%Y-%m-%dT%H:%M:%S.%f"),
                  ("2024-05-06 07:08 +0530", "%Y-%m-%d %H:%M %z"), ("2024 127", "%Y %j"), ("20240506", "%Y%m%d"), ("2024-W19-1", "%G-W%V-%u"), ("Monday 18 2024", "%A %W %Y"), ("70-1-1", "%y-%m-%d"), ("10 UTC", "%H %Z"), ("x", "%Y"), ("2024-13-01", "%Y-%m-%d"), ("2024-05-06 x", "%Y-%m-%d"),
                  ("2023-02-29", "%Y-%m-%d"), ("1", "%Q"), ("2024-05-06 07:08Z", "%Y-%m-%d %H:%M%z"), ("a2024", "b%Y")):
    attempt(lambda: datetime.strptime(text, fmt))
for text in ("2024-05-06", "20240506", "2024-W19-1", "2024W19", "2024-05-06T07:08", "2024-05-06 07:08:09", "2024-05-06T07:08:09.123456", "2024-05-06T07:08:09.1234567", "2024-05-06T07:08:09,5", "20240506T070809", "2024-05-06T07", "2024-05-06T07:08:09+05:30", "2024-05-06T07:08:09Z", "2024-05-06T07:08:09-00:00:01", "2024-05-06T0708+01", "bad", "2024-5-6", "2024-05-06T", "2024-05-06T25:00", "2024-02-30", "2024-05-06T07:8", ""):
    attempt(lambda: datetime.fromisoformat(text))
    attempt(lambda: date.fromisoformat(text))
for text in ("07:08", "07", "T07:08:09", "07:08:09.5", "07:08:09+01:00", "0708", "7:8", "24:00", "07:08Z"):
    attempt(lambda: time.fromisoformat(text))

delta = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5, microseconds=6, weeks=1)
print(delta, repr(delta), delta.days, delta.seconds, delta.microseconds, "%.6f" % delta.total_seconds(), -delta, abs(-delta), +delta, bool(timedelta()), timedelta(), repr(timedelta()))
print(delta * 2, 2 * delta, delta * 1.5, delta / 2, delta // 7, "%.9f" % (delta / timedelta(hours=1)), delta // timedelta(hours=1), delta % timedelta(hours=1), divmod(delta, timedelta(days=1)), delta + timedelta(1), delta - timedelta(100), delta > timedelta(8), delta == timedelta(8, 7384, 5006), hash(delta) == hash(timedelta(8, 7384, 5006)))
print(timedelta(hours=1.5), timedelta(days=0.1), timedelta(seconds=1e-6), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(-1), timedelta(seconds=-1), repr(timedelta(hours=-25)), timedelta.max, timedelta.min, timedelta.resolution, timedelta(1) / 3, sum([timedelta(1), timedelta(2)], timedelta()), timedelta(seconds=3661))
zone = timezone(timedelta(hours=5, minutes=30))
a = datetime(2024, 3, 5, 12, 0, tzinfo=timezone.utc)
print(a, repr(a), a.astimezone(zone), repr(a.astimezone(zone)), a.utcoffset(), a.tzname(), a.dst(), a.timestamp(), a.astimezone(timezone(timedelta(hours=-8), "PST")).strftime("%H:%M %Z %z"), a == a.astimezone(zone), a - a.astimezone(zone), a.utctimetuple().tm_hour)
print(zone, repr(zone), timezone.utc, repr(timezone.utc), repr(timezone(timedelta(hours=1), "CET")), timezone(timedelta(hours=1), "CET"), timezone(timedelta(0)) == timezone.utc, UTC is timezone.utc, timezone(-timedelta(hours=3, seconds=5)))
print(datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1700000000.5, zone), datetime.fromtimestamp(86400 * 365, tz=UTC), datetime.utcfromtimestamp(1700000000), date.fromtimestamp(86400 * 10), datetime(1970, 1, 2, tzinfo=UTC).timestamp(), datetime(2024, 1, 1, tzinfo=zone).isoformat())
c = time(13, 5, 7, 89, tzinfo=zone)
print(c, repr(c), time(1), repr(time(1)), repr(time(1, 2, 3)), repr(time(1, 2, 3, 4)), c.isoformat(), c.strftime("%H:%M:%S %z"), c.replace(hour=1), time(1) < time(2), time(1) == time(1, 0), time.max, time.min, c.utcoffset(), time(10, 30).isoformat("minutes"))


class Summer(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=2)

    def dst(self, dt):
        return timedelta(hours=1)

    def tzname(self, dt):
        return "SUM"


s = datetime(2024, 7, 1, 12, tzinfo=Summer())
print(s, s.tzname(), s.dst(), s.astimezone(timezone.utc), a.astimezone(Summer()), s.timetuple().tm_isdst)
for f in (lambda: date(2023, 2, 29), lambda: date(2023, 13, 1), lambda: date(0, 1, 1), lambda: datetime(2024, 1, 1, 24), lambda: time(0, 60), lambda: a < datetime(2024, 1, 1), lambda: a - datetime(2024, 1, 1), lambda: d + 1, lambda: date(2024, 1, 1) < datetime(2024, 1, 1), lambda: timedelta("1"), lambda: timezone(timedelta(days=1)),
          lambda: date.max + timedelta(1), lambda: datetime.min - timedelta(1), lambda: timedelta(10**10), lambda: date(2024.0, 1, 1), lambda: date("2024", 1, 1), lambda: timedelta(1) + 1, lambda: date(2024)):
    try:
        f()
        print("fine")
    except Exception as e:
        print(type(e).__name__)


class Special(datetime):
    pass


x = Special(2024, 1, 1) + timedelta(1)
print(type(x).__name__, x, type(Special.fromisoformat("2024-01-01")).__name__)
