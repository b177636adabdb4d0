# packages: isodate==0.6.1 six==1.17.0
import isodate

print(isodate.parse_datetime("2008-02-29T12:30:15.5Z"), isodate.parse_date("2008-W09-5"), isodate.parse_time("10:00+02:30"), isodate.parse_duration("P3DT4H59M"))
print(isodate.duration_isoformat(isodate.parse_duration("P1Y2M3DT4H")), isodate.parse_date("2008-060"), isodate.datetime_isoformat(isodate.parse_datetime("2020-01-01T00:00:00+01:00")))
print(isodate.parse_duration("P1Y2M") + isodate.parse_date("2020-01-31"), repr(isodate.Duration(months=14)))
try:
    isodate.parse_date("nonsense")
except isodate.ISO8601Error as e:
    print(e)
