import _time
from _time import *

from _time import sleep as _sleep

timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")


class struct_time(tuple):
    n_fields = 11
    n_sequence_fields = 9
    tm_zone = "UTC"
    tm_gmtoff = 0
    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])

    def __repr__(self):
        return ("time.struct_time(tm_year=%d, tm_mon=%d, tm_mday=%d, tm_hour=%d, tm_min=%d, tm_sec=%d, "
                "tm_wday=%d, tm_yday=%d, tm_isdst=%d)" % tuple(self))


# What threading has waiting for its time, while somebody sleeps.
_sleepers = []


def sleep(seconds):
    for asleep in _sleepers:
        seconds = asleep(seconds)
    _sleep(seconds)


def gmtime(seconds=None):
    return struct_time(_time.gmtime(seconds))


localtime = gmtime


def mktime(t):
    return float(_time.mktime(tuple(t)))


def _now(t):
    return gmtime() if t is None else t


def strftime(format, t=None):
    from _timetext import format_time

    t = _now(t)
    return format_time(format, (t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7]), 0, 0, "UTC")


def strptime(string, format="%a %b %d %H:%M:%S %Y"):
    from _timetext import parse_time

    t, us, offset, micro, zone = parse_time(string, format)
    return struct_time(t + (-1 if zone is None else 0,))


def asctime(t=None):
    return strftime("%a %b %e %H:%M:%S %Y", _now(t))


def ctime(seconds=None):
    return asctime(gmtime(seconds))


perf_counter = process_time = thread_time = monotonic
process_time_ns = thread_time_ns = perf_counter_ns = monotonic_ns


def tzset():
    pass


def get_clock_info(name):
    from types import SimpleNamespace

    if name not in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        raise ValueError("unknown clock")
    return SimpleNamespace(implementation="guest", monotonic=name != "time", adjustable=name == "time", resolution=1e-09)
