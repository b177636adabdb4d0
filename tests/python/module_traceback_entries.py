# traceback: entries, summaries, and types of what they are made of.
import itertools
import sys
import traceback
import types


def inner():
    return 1 / 0


def outer():
    inner()


try:
    outer()
except ZeroDivisionError as error:
    entries = traceback.extract_tb(error.__traceback__)
    print([(entry.name, entry.lineno) for entry in entries], entries[-1].lineno, len(entries), isinstance(entries, traceback.StackSummary))
    print(entries[-1][2], traceback.extract_tb(sys.exc_info()[2], limit=1)[0].name, entries[0].filename.endswith(".py"))
    whole = traceback.TracebackException.from_exception(error)
    print(whole.exc_type.__name__, str(whole), list(whole.format_exception_only()), whole.stack[-1].name)
    print([(frame.f_code.co_name, lineno) for frame, lineno in traceback.walk_tb(error.__traceback__)])
    print(isinstance(error.__traceback__, types.TracebackType), isinstance(outer.__code__, types.CodeType))
print(traceback.format_list([("file.py", 3, "f", "x = 1"), ("file.py", 4, "g", None)]))
print(traceback.FrameSummary("a", 1, "b") == ("a", 1, "b", ""), types.prepare_class("A", (dict,), {"x": 1}))


# An iterator that asks for the next pair while it is asked.
class Again:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 1:
            return next(pairs)
        return [self.n]


pairs = itertools.pairwise(Again())
print(next(pairs), next(pairs))
sys.modules["odd"] = 5
try:
    import odd.part
except ImportError as error:
    print(type(error).__name__)
