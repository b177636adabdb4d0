import calendar, hashlib
for c in (calendar.HTMLCalendar(), calendar.HTMLCalendar(6), calendar.LocaleHTMLCalendar(0)):
    for o in (c.formatmonth(2024,2), c.formatmonth(2023,10,withyear=False), c.formatyear(2024), c.formatyear(2021,5), c.formatyearpage(2024), c.formatyearpage(2020, 4, None, 'ascii')):
        print(len(o), hashlib.md5(o if isinstance(o, bytes) else o.encode()).hexdigest())
print(calendar.HTMLCalendar().formatmonth(2024,2))
c = calendar.Calendar(6)
print(list(c.itermonthdays3(2024,1))[:9], list(c.itermonthdays4(2024,12))[-3:], c.yeardays2calendar(2024)[0][0][0], c.yeardatescalendar(2024, 4)[2][3][4][6])
print(calendar.LocaleTextCalendar(2).formatmonth(2024, 3), calendar.weekday(12024,1,1), sorted(calendar.__all__) )
calendar.format(['a','b'], 6, 2)
print(repr(calendar.formatstring(['a','b'], 5)))
class My(calendar.HTMLCalendar):
    cssclasses = ["mon text-bold", "tue", "wed", "thu", "fri", "sat", "sun red"]
    cssclass_noday = "empty"
    def formatday(self, day, weekday): return super().formatday(day, weekday).upper()
print(My().formatweek([(0,0),(1,1),(31,6)]), list(c.itermonthdays3(10000-1,12))[-1])
