# packages: arrow==1.3.0 python-dateutil==2.9.0 six==1.17.0 types-python-dateutil==2.9.0.20240906
import arrow

a = arrow.get("2013-05-11T21:23:58.970460+07:00")
print(a, a.to("UTC"), a.shift(months=-1, days=3), a.floor("hour"), a.ceil("month"), a.format("YYYY-MM-DD HH:mm:ss ZZ"))
print(a.humanize(a.shift(hours=2)), a.shift(hours=2).humanize(a), a.shift(days=400).humanize(a, granularity=["year", "day"]), a.humanize(a.shift(weeks=1), locale="de"))
print(arrow.get("May 11, 2013", "MMMM D, YYYY"), arrow.get(1367900664), arrow.Arrow(2020, 1, 31).shift(months=1), [r.day for r in arrow.Arrow.range("day", arrow.Arrow(2020, 1, 1), limit=3)])
print(a.span("week"), a.isocalendar(), a.dehumanize("in 2 hours"), a - a.shift(days=1), repr(a))
