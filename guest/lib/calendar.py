from _timetext import DAYS, MONTHS, days_in_month, is_leap, to_ordinal

day_name = list(DAYS)
day_abbr = [d[:3] for d in DAYS]
month_name = [""] + list(MONTHS)
month_abbr = [m[:3] for m in month_name]
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
January, February = 1, 2
isleap = is_leap

__all__ = """IllegalMonthError IllegalWeekdayError setfirstweekday firstweekday isleap leapdays weekday monthrange
monthcalendar prmonth month prcal calendar timegm month_name month_abbr day_name day_abbr Calendar TextCalendar HTMLCalendar
LocaleTextCalendar LocaleHTMLCalendar weekheader FRIDAY MONDAY SATURDAY SUNDAY THURSDAY TUESDAY WEDNESDAY""".split()


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
    if not 1 <= year <= 9999:
        year = 2000 + year % 400
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
        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        y, m = (year - 1, 12) if month == 1 else (year, month - 1)
        end = days_in_month(y, m) + 1
        for d in range(end - before, end):
            yield y, m, d
        for d in range(1, days + 1):
            yield year, month, d
        y, m = (year + 1, 1) if month == 12 else (year, month + 1)
        for d in range(1, -(before + days) % 7 + 1):
            yield y, m, d

    def itermonthdays4(self, year, month):
        for i, (y, m, d) in enumerate(self.itermonthdays3(year, month)):
            yield y, m, d, (self.firstweekday + i) % 7

    def _weeks(self, days):
        days = list(days)
        return [days[i:i + 7] for i in range(0, len(days), 7)]

    def monthdayscalendar(self, year, month):
        return self._weeks(self.itermonthdays(year, month))

    def monthdays2calendar(self, year, month):
        return self._weeks(self.itermonthdays2(year, month))

    def monthdatescalendar(self, year, month):
        return self._weeks(self.itermonthdates(year, month))

    def _rows(self, calendar, year, width):
        months = [calendar(year, m) for m in range(1, 13)]
        return [months[i:i + width] for i in range(0, 12, width)]

    def yeardatescalendar(self, year, width=3):
        return self._rows(self.monthdatescalendar, year, width)

    def yeardays2calendar(self, year, width=3):
        return self._rows(self.monthdays2calendar, year, width)

    def yeardayscalendar(self, year, width=3):
        return self._rows(self.monthdayscalendar, year, width)


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


class HTMLCalendar(Calendar):
    cssclasses = [name.lower() for name in day_abbr]
    cssclasses_weekday_head = cssclasses
    cssclass_noday = "noday"
    cssclass_month_head = cssclass_month = "month"
    cssclass_year_head = cssclass_year = "year"

    def formatday(self, day, weekday):
        if day == 0:
            return '<td class="%s">&nbsp;</td>' % self.cssclass_noday
        return '<td class="%s">%d</td>' % (self.cssclasses[weekday], day)

    def formatweek(self, theweek):
        return "<tr>%s</tr>" % "".join([self.formatday(d, w) for d, w in theweek])

    def formatweekday(self, day):
        return '<th class="%s">%s</th>' % (self.cssclasses_weekday_head[day], day_abbr[day])

    def formatweekheader(self):
        return "<tr>%s</tr>" % "".join([self.formatweekday(d) for d in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, withyear=True):
        name = "%s %s" % (month_name[themonth], theyear) if withyear else month_name[themonth]
        return '<tr><th colspan="7" class="%s">%s</th></tr>' % (self.cssclass_month_head, name)

    def _table(self, kind, lines, end):
        return '<table border="0" cellpadding="0" cellspacing="0" class="%s">\n%s</table>%s' % (kind, "".join(lines), end)

    def formatmonth(self, theyear, themonth, withyear=True):
        lines = [self.formatmonthname(theyear, themonth, withyear=withyear), self.formatweekheader()]
        lines += [self.formatweek(week) for week in self.monthdays2calendar(theyear, themonth)]
        return self._table(self.cssclass_month, [line + "\n" for line in lines], "\n")

    def formatyear(self, theyear, width=3):
        width = max(width, 1)
        lines = ['<tr><th colspan="%d" class="%s">%s</th></tr>' % (width, self.cssclass_year_head, theyear)]
        for first in range(1, 13, width):
            months = [self.formatmonth(theyear, m, withyear=False) for m in range(first, min(first + width, 13))]
            lines.append("<tr>%s</tr>" % "".join(["<td>%s</td>" % month for month in months]))
        return self._table(self.cssclass_year, lines, "")

    def formatyearpage(self, theyear, width=3, css="calendar.css", encoding=None):
        encoding = encoding or "utf-8"
        lines = [
            '<?xml version="1.0" encoding="%s"?>' % encoding,
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
            "<html>",
            "<head>",
            '<meta http-equiv="Content-Type" content="text/html; charset=%s" />' % encoding,
            '<link rel="stylesheet" type="text/css" href="%s" />' % css,
            "<title>Calendar for %d</title>" % theyear,
            "</head>",
            "<body>",
            self.formatyear(theyear, width) + "</body>",
            "</html>",
            "",
        ]
        if css is None:
            del lines[5]
        return "\n".join(lines).encode(encoding, "xmlcharrefreplace")


class LocaleTextCalendar(TextCalendar):
    # There is one locale.
    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = locale


class LocaleHTMLCalendar(HTMLCalendar):
    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = locale


def formatstring(cols, colwidth=20, spacing=6):
    return (" " * spacing).join([c.center(colwidth) for c in cols])


def format(cols, colwidth=20, spacing=6):
    print(formatstring(cols, colwidth, spacing))


_text = TextCalendar()
c = _text
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
