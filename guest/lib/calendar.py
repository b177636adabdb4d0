from _timetext import DAYS, MONTHS, days_in_month, is_leap, to_ordinal

day_name = list(DAYS)
day_abbr = [d[:3] for d in DAYS]
month_name = [""] + list(MONTHS)
month_abbr = [m[:3] for m in month_name]
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
January, February = 1, 2
isleap = is_leap


class IllegalMonthError(ValueError):
    def __init__(self, month):
        super().__init__("bad month number %r; must be 1-12" % month)
        self.month = month


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        super().__init__("bad weekday number %r; must be 0 (Monday) to 6 (Sunday)" % weekday)
        self.weekday = weekday


def leapdays(y1, y2):
    y1 -= 1
    y2 -= 1
    return y2 // 4 - y1 // 4 - (y2 // 100 - y1 // 100) + y2 // 400 - y1 // 400


def weekday(year, month, day):
    return (to_ordinal(year, month, day) + 6) % 7


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), days_in_month(year, month)


def timegm(t):
    return (((to_ordinal(t[0], t[1], 1) + t[2] - 719164) * 24 + t[3]) * 60 + t[4]) * 60 + t[5]


class Calendar:
    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        return self.firstweekday % 7

    def setfirstweekday(self, firstweekday):
        self.firstweekday = firstweekday

    def iterweekdays(self):
        for i in range(7):
            yield (self.firstweekday + i) % 7

    def itermonthdays(self, year, month):
        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        for i in range(before):
            yield 0
        for d in range(1, days + 1):
            yield d
        for i in range(-(before + days) % 7):
            yield 0

    def itermonthdays2(self, year, month):
        for i, d in enumerate(self.itermonthdays(year, month)):
            yield d, (self.firstweekday + i) % 7

    def itermonthdates(self, year, month):
        from datetime import date

        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        start = to_ordinal(year, month, 1) - before
        for n in range(start, start + (before + days + 6) // 7 * 7):
            yield date.fromordinal(n)

    def itermonthdays3(self, year, month):
        for d in self.itermonthdates(year, month):
            yield d.year, d.month, d.day

    def itermonthdays4(self, year, month):
        for i, d in enumerate(self.itermonthdates(year, month)):
            yield d.year, d.month, d.day, (self.firstweekday + i) % 7

    def _weeks(self, days):
        days = list(days)
        return [days[i:i + 7] for i in range(0, len(days), 7)]

    def monthdayscalendar(self, year, month):
        return self._weeks(self.itermonthdays(year, month))

    def monthdays2calendar(self, year, month):
        return self._weeks(self.itermonthdays2(year, month))

    def monthdatescalendar(self, year, month):
        return self._weeks(self.itermonthdates(year, month))

    def yeardayscalendar(self, year, width=3):
        months = [self.monthdayscalendar(year, m) for m in range(1, 13)]
        return [months[i:i + width] for i in range(0, 12, width)]


def _center(text, width):
    # As CPython's str.center().
    gap = max(width - len(text), 0)
    left = gap // 2 + (gap & width & 1)
    return " " * left + text + " " * (gap - left)


class TextCalendar(Calendar):
    def formatday(self, day, weekday, width):
        return _center("%2i" % day if day else "", width)

    def formatweek(self, week, width):
        return " ".join([self.formatday(d, w, width) for d, w in week])

    def formatweekday(self, day, width):
        return _center((day_name if width >= 9 else day_abbr)[day][:width], width)

    def formatweekheader(self, width):
        return " ".join([self.formatweekday(d, width) for d in self.iterweekdays()])

    def formatmonthname(self, year, month, width, withyear=True):
        return _center("%s %r" % (month_name[month], year) if withyear else month_name[month], width)

    def prweek(self, week, width):
        print(self.formatweek(week, width), end="")

    def formatmonth(self, year, month, w=0, l=0):
        w = max(2, w)
        gap = "\n" * max(1, l)
        lines = [self.formatmonthname(year, month, 7 * (w + 1) - 1).rstrip(), self.formatweekheader(w).rstrip()]
        lines += [self.formatweek(week, w).rstrip() for week in self.monthdays2calendar(year, month)]
        return gap.join(lines) + gap

    def prmonth(self, year, month, w=0, l=0):
        print(self.formatmonth(year, month, w, l), end="")

    def formatyear(self, year, w=2, l=1, c=6, m=3):
        w = max(2, w)
        l = max(1, l)
        space = " " * max(2, c)
        width = (w + 1) * 7 - 1
        out = [_center(repr(year), width * m + len(space) * (m - 1)).rstrip(), "\n" * l]
        header = self.formatweekheader(w)
        for first in range(1, 13, m):
            months = range(first, min(first + m, 13))
            out.append("\n" * l)
            out.append(space.join([_center(self.formatmonthname(year, k, width, False), width) for k in months]).rstrip() + "\n" * l)
            out.append(space.join([_center(header, width) for k in months]).rstrip() + "\n" * l)
            weeks = [self.monthdays2calendar(year, k) for k in months]
            for j in range(max([len(x) for x in weeks])):
                out.append(space.join([_center(self.formatweek(x[j], w) if j < len(x) else "", width) for x in weeks]).rstrip() + "\n" * l)
        return "".join(out)

    def pryear(self, year, w=0, l=0, c=6, m=3):
        print(self.formatyear(year, w, l, c, m), end="")


_text = TextCalendar()
firstweekday = _text.getfirstweekday
monthcalendar = _text.monthdayscalendar
prweek = _text.prweek
week = _text.formatweek
weekheader = _text.formatweekheader
prmonth = _text.prmonth
month = _text.formatmonth
calendar = _text.formatyear
prcal = _text.pryear


def setfirstweekday(firstweekday):
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    _text.firstweekday = firstweekday
