# packages: pytz==2024.1
from datetime import datetime

import pytz

eastern = pytz.timezone("US/Eastern")
d = eastern.localize(datetime(2002, 10, 27, 6, 0, 0))
print(d, d.strftime("%Z%z"), d.astimezone(pytz.timezone("Europe/Berlin")), eastern.normalize(d.replace(month=7)), repr(eastern))
print(pytz.utc.localize(datetime(2020, 1, 1)), pytz.country_timezones("nz"), len(pytz.common_timezones) > 400)
try:
    pytz.timezone("Nowhere/Land")
except pytz.UnknownTimeZoneError as e:
    print("unknown", e)
try:
    eastern.localize(datetime(2002, 10, 27, 1, 30), is_dst=None)
except pytz.AmbiguousTimeError as e:
    print("ambiguous", e)
