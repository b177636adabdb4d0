"""pstats: what a profile has, which is the time in all."""

import sys
from enum import Enum


class SortKey(str, Enum):
    CALLS, CUMULATIVE, FILENAME, LINE, NAME, NFL, PCALLS, STDNAME, TIME = (
        "calls", "cumulative", "filename", "line", "name", "nfl", "pcalls", "stdname", "time")


class Stats:
    def __init__(self, *args, stream=None):
        self.stream = stream or sys.stdout
        self.total_calls, self.total_tt = 0, 0.0
        self.stats = {}
        self.add(*args)

    def add(self, *args):
        for arg in args:
            if isinstance(arg, str):
                from marshal import load

                with open(arg, "rb") as f:
                    calls, total = load(f)
            else:
                arg.create_stats()
                calls, total = arg.calls, arg.total
            self.total_calls += calls
            self.total_tt += total
        return self

    def strip_dirs(self):
        return self

    def sort_stats(self, *field):
        return self

    def reverse_order(self):
        return self

    def print_stats(self, *amount):
        print("         %d function calls in %.3f seconds\n\nWhich functions took it is not known in this sandbox.\n" % (
            self.total_calls, self.total_tt), file=self.stream)
        return self

    def print_callers(self, *amount):
        return self.print_stats()

    print_callees = print_callers
