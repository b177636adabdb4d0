"""traceback: exceptions as text."""

import sys
from io import StringIO

_NONE = object()


def _value(exc, value):
    if value is not _NONE:
        return value
    if isinstance(exc, BaseException):
        return exc
    return sys.exc_info()[1] if exc is _NONE else None


def print_exception(exc=_NONE, value=_NONE, tb=_NONE, limit=None, file=None, chain=True):
    (file or sys.stderr).write("".join(format_exception(exc, value, tb, limit, chain)))


def format_exception(exc=_NONE, value=_NONE, tb=_NONE, limit=None, chain=True):
    error = _value(exc, value)
    if error is None:
        return ["NoneType: None\n"]
    out = StringIO()
    sys.print_exception(error, out)
    return out.getvalue().splitlines(True)


def format_exception_only(exc=_NONE, value=_NONE):
    error = _value(exc, value)
    if error is None:
        return ["NoneType: None\n"]
    cls = type(error)
    name = cls.__qualname__ if cls.__module__ in ("builtins", "__main__") else "%s.%s" % (cls.__module__, cls.__qualname__)
    text = str(error)
    lines = ["%s: %s\n" % (name, text) if text else name + "\n"]
    for note in getattr(error, "__notes__", None) or ():
        lines.extend([line + "\n" for line in note.split("\n")])
    return lines


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exc_info()[1], file=file)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exc_info()[1]))
