# packages: python-dateutil==2.9.0 six==1.17.0
from datetime import datetime

from dateutil import parser, rrule
from dateutil.relativedelta import relativedelta

print(datetime(2024, 1, 31) + relativedelta(months=1), relativedelta(datetime(2024, 3, 1), datetime(2022, 1, 15)))
for text in ("2024-02-03 04:05:06", "3 Feb 2024", "Feb 3, 2024 5pm", "20240203T040506", "2024-02-03T04:05:06+02:00"):
    print(parser.parse(text, default=datetime(2000, 1, 1)).isoformat())
print(list(rrule.rrule(rrule.WEEKLY, count=3, dtstart=datetime(2024, 1, 1))))
print(parser.isoparse("2024-W05-1"))
