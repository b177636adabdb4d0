import io
import pickle
import struct
from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones


def changed(moments, kinds, names, rule):
    """A file of the database: when it changes to which kind, what the kinds are, and what holds after."""
    def block(code, size, moments):
        head = struct.pack(">4sc15x6l", b"TZif", b"2", 0, 0, 0, len(moments), len(kinds), len(names))
        times = struct.pack(">%d%s" % (len(moments), code), *[m[0] for m in moments])
        return head + times + bytes([m[1] for m in moments]) + b"".join([struct.pack(">lBB", *k) for k in kinds]) + names
    return block("l", 4, []) + block("q", 8, moments) + b"\n" + rule.encode() + b"\n"


def at(*when):
    return int(datetime(*when, tzinfo=timezone.utc).timestamp())


berlin = changed(
    [(at(1893, 3, 31, 23, 6, 32), 1), (at(1916, 4, 30, 22), 2), (at(1916, 9, 30, 23), 1), (at(1980, 4, 6, 1), 2), (at(1980, 9, 28, 1), 1)],
    [(3208, 0, 0), (3600, 0, 4), (7200, 1, 8)],
    b"LMT\0CET\0CEST\0",
    "CET-1CEST,M3.5.0,M10.5.0/3",
)
plain = changed([], [(-18000, 0, 0)], b"EST\0", "EST5")
south = changed([], [(36000, 0, 0), (39600, 1, 5)], b"AEST\0AEDT\0", "AEST-10AEDT,M10.1.0,M4.1.0/3")
days = changed([], [(-12600, 0, 0)], b"X\0", "<-0330>3:30<+00>,J60/0:30,300/-1")
half = changed([], [(37800, 0, 0)], b"LHST\0", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0")
for data in (berlin, plain, south, days, half):
    zone = ZoneInfo.from_file(io.BytesIO(data), key="Some/Where")
    print(repr(zone), str(zone), zone.utcoffset(None), zone.tzname(None), time(1, tzinfo=zone).utcoffset())
    for year in (1850, 1916, 1980, 2024):
        when = datetime(year, 1, 1, tzinfo=timezone.utc)
        seen = None
        while when.year == year:
            shown = when.astimezone(zone)
            kind = shown.utcoffset(), shown.dst(), shown.tzname(), shown.fold
            if kind != seen:
                print(shown, *kind)
            seen = kind
            assert shown.astimezone(timezone.utc) == when
            for fold in (0, 1):
                local = when.replace(tzinfo=zone, fold=fold)
                if local.utcoffset() != shown.utcoffset() and when.hour == 2:
                    print("at", local, fold, local.tzname())
            when += timedelta(hours=1) if (when.month, when.day) in ((3, 1), (3, 31), (4, 6), (4, 7), (10, 6), (10, 27), (10, 28)) else timedelta(days=1)
print(repr(ZoneInfo.from_file(io.BytesIO(plain))).split("(")[0], ZoneInfo("UTC"), repr(ZoneInfo("UTC")), ZoneInfo("UTC") is ZoneInfo("UTC"), ZoneInfo.no_cache("UTC") is ZoneInfo("UTC"))
print(pickle.loads(pickle.dumps(ZoneInfo("UTC"))) is ZoneInfo("UTC"), datetime(2024, 5, 17, 12, tzinfo=ZoneInfo("UTC")), "UTC" in available_timezones())
for key in ("No/Where", "../etc/passwd", "/etc/passwd", "a//b"):
    try:
        ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError) as e:
        print(type(e).__name__, isinstance(e, KeyError))
try:
    ZoneInfo.from_file(io.BytesIO(b"nothing of the kind, and longer than a header is: 44 bytes"))
except ValueError as e:
    print(type(e).__name__)
