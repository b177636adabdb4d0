"""Fields that are made when they are asked for: in subclasses, behind arithmetic, in errors."""
import copy
import pickle
from datetime import date, datetime, time, timedelta, timezone
d = datetime(2020, 2, 29, 1, 2, 3)
class X(datetime):
    def __getattr__(self, n): return "x" + n
class Y(date): pass
x = X(2020, 1, 2, 3); print(x.year, x.foo, x + timedelta(1), type(x + timedelta(1)).__name__, x.date(), x == datetime(2020, 1, 2, 3))
y = Y(2020, 1, 2); print(type(y + timedelta(3)).__name__, y.year, y.replace(year=5), Y.fromordinal(5), y < date(2021, 1, 1), y == date(2020, 1, 2), hash(y) == hash(date(2020,1,2)))
for f in (lambda: d.foo, lambda: date(2020,1,1).bar, lambda: timedelta(1).hours, lambda: datetime(2020, 13, 1), lambda: datetime(2020, 1, 32), lambda: date(0,1,1), lambda: datetime(2020.5, 1, 1), lambda: datetime(2020, 1, 1, 24), lambda: datetime(2020, 1, 1, 2, 60), lambda: datetime("x", 1, 1), lambda: date.max + timedelta(1), lambda: datetime.min - timedelta(1), lambda: timedelta(999999999, 86400), lambda: timedelta("1"), lambda: date(2020,1,1) < datetime(2020,1,1), lambda: datetime(2020,1,1) < date(2020,1,1), lambda: time(25), lambda: date(2020, 2, 30), lambda: date.fromordinal(0), lambda: date.fromordinal(10**7), lambda: datetime(2020,1,1,fold=2), lambda: datetime(2020,1,1,tzinfo=3)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(date(2020,1,1) == datetime(2020,1,1), d.toordinal(), d.weekday(), d.isocalendar(), d.timetuple(), date(9999,12,31).isocalendar(), date(1,1,1).isocalendar())
print(timedelta(1.5, 2, 3.7), timedelta(days=True), timedelta(weeks=-1, hours=3).days, timedelta(-1).seconds, timedelta(microseconds=-1), abs(timedelta(-1, 3)))
e = pickle.loads(pickle.dumps(d + timedelta(1))); print(e, copy.copy(e), copy.deepcopy(e), e.year, repr(e))
print(datetime.strptime("2020-366", "%Y-%j"), datetime.strptime("2020 W10 1", "%G W%V %u"), date.today() == datetime.now().date())
u = datetime(2020, 1, 1, tzinfo=timezone(timedelta(hours=5))); print(u, u.astimezone(timezone.utc), u == datetime(2019,12,31,19,tzinfo=timezone.utc), u.timestamp())
print(datetime.combine(date(2020,1,1), time(3,4)), d.time(), d.date(), date.min, date.max, datetime.max, d - timedelta(days=800), d - datetime(1,1,1), date(2020,1,1) - timedelta(hours=30), date(2020,1,1) - date(2019,1,1))
print(d.replace(month=3), d.date().replace(day=1), sorted([date(2020,1,2), date(2019,1,1)]), max(d, d + timedelta(1)).day)
print(sum((timedelta(i) for i in range(5)), timedelta()), timedelta(1) / 2, timedelta(5) // timedelta(2), divmod(timedelta(5), timedelta(2)))
