import copy
import pickle
from datetime import *


class Day(date):
    def __new__(cls, *args, label="none"):
        self = super().__new__(cls, *args)
        self.label = label
        return self


class Moment(datetime):
    pass


class Zone(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=2 if dt is not None and 4 <= dt.month <= 9 else 1)

    def dst(self, dt):
        return self.utcoffset(dt) - timedelta(hours=1)

    def tzname(self, dt):
        return "summer" if self.dst(dt) else "winter"


d = Day(2024, 2, 28, label="x")
print(repr(d), d.label, d + timedelta(2), type(d + timedelta(1)).__name__, repr(d.replace(day=1)), repr(Moment(2024, 1, 2)), type(Moment.now()).__name__, isinstance(d, date))
zone = Zone()
a, b = datetime(2024, 3, 1, 12, tzinfo=zone), datetime(2024, 5, 1, 12, tzinfo=zone)
print(b - a, b.astimezone(timezone.utc) - a.astimezone(timezone.utc), b > a, a.replace(month=9) == a.replace(month=9), a == a.astimezone(timezone.utc), a.tzname(), b.isoformat())
print(timezone(timedelta(0)) is timezone.utc, copy.deepcopy(timezone.utc) is timezone.utc, pickle.loads(pickle.dumps(timezone.utc)) is timezone.utc, timezone(timedelta(hours=1)) == timezone(timedelta(hours=1), "x"))
folded = datetime(2024, 10, 27, 2, 30, fold=1)
print(repr(pickle.loads(pickle.dumps(folded))), repr(copy.copy(folded)), pickle.loads(pickle.dumps(date(2024, 1, 5).isocalendar())), pickle.loads(pickle.dumps(timedelta(1, 2, 3))), pickle.loads(pickle.dumps(time(1, 2, tzinfo=timezone.utc))))
now, day, delta, clock = datetime(2024, 1, 1), date(2024, 1, 1), timedelta(1), time(1)
for code in ("now < day", "day < now", "day == now", "day - now", "now - day", "now + now", "day + 1", "1 - delta", "delta + 1", "day + delta", "clock + delta", "clock < day", "delta < 1", "now < now.replace(tzinfo=timezone.utc)", "now - now.replace(tzinfo=timezone.utc)", "now == now.replace(tzinfo=timezone.utc)", "date()", "date(2024)", "date(2024, 1)", "datetime(2024, 1)", "date(2024, 13, 1)", "date(2024, 2, 30)", "datetime(2024, 1, 1, 25)", "date('2024', 1, 1)", "date(2024, 1.0, 1)", "time(24)", "time(1.5)", "timedelta('1')", "timezone(1)", "timezone(timedelta(1))", "timezone(delta / 2, 3)", "datetime.combine(clock, clock)", "datetime.combine(day, day)", "datetime.combine(day, clock)", "timezone.utc.utcoffset(3)", "timezone.utc.fromutc(now)", "now.x", "day.hour", "datetime(2024, 1, 1, tzinfo=3)", "datetime.fromisoformat('x')", "date.fromisoformat('2024-1-1')", "datetime.strptime('x', '%Y')", "delta * 'a'", "delta / 0", "delta / 0.0", "timedelta(seconds=1) / (1 / 0.6112295)", "delta / -2.5", "delta // delta", "date.fromordinal(0)", "date.max + delta", "datetime.strptime('2024-01-01 x', '%Y-%m-%d')", "sum([delta, delta], timedelta())", "min([now, now.replace(year=2020)])"):
    try:
        print(code, "->", eval(code))
    except Exception as e:
        print(code, "->", type(e).__name__, e)
for kind in (date, datetime, time, timedelta, timezone, tzinfo):
    print(kind, kind.__name__, kind.__qualname__, kind.__module__)
