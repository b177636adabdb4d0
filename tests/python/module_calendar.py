import calendar

print(calendar.isleap(2024), calendar.isleap(1900), calendar.leapdays(1900, 2025), calendar.weekday(2024, 2, 29), calendar.monthrange(2024, 2), calendar.monthrange(2023, 2))
print(calendar.monthcalendar(2024, 2), list(calendar.day_name), list(calendar.month_abbr), calendar.timegm((2024, 2, 29, 1, 2, 3)), calendar.MONDAY, calendar.SUNDAY)
print(calendar.month(2024, 2))
print(calendar.TextCalendar(6).formatmonth(2023, 10, 3, 2))
print(calendar.calendar(2024))
print(calendar.weekheader(3), calendar.firstweekday())
calendar.setfirstweekday(6)
print(calendar.monthcalendar(2024, 9), calendar.weekheader(10))
c = calendar.Calendar(2)
print(list(c.iterweekdays()), list(c.itermonthdays(2024, 2)), list(c.itermonthdays2(2024, 2))[:8], [str(d) for d in c.itermonthdates(2024, 2)][:3], c.monthdatescalendar(2024, 2)[0][0], list(c.itermonthdays3(2024, 2))[-1], len(c.yeardayscalendar(2024)))
try:
    calendar.monthrange(2024, 13)
except calendar.IllegalMonthError as e:
    print(e)
