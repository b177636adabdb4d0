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


# --- entries of tracebacks, without the text of their lines ---

class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line or ""
        self.locals = locals

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __getitem__(self, at):
        return (self.filename, self.lineno, self.name, self.line)[at]

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __hash__(self):
        return hash(tuple(self))

    def __repr__(self):
        return "<FrameSummary file %s, line %s in %s>" % (self.filename, self.lineno, self.name)


class StackSummary(list):
    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        found = [FrameSummary(frame.f_code.co_filename, lineno, frame.f_code.co_name) for frame, lineno in frame_gen]
        return cls(found if limit is None else found[:limit] if limit >= 0 else found[limit:])

    @classmethod
    def from_list(cls, a_list):
        return cls([entry if isinstance(entry, FrameSummary) else FrameSummary(*entry[:3], line=entry[3]) for entry in a_list])

    def format(self):
        return ['  File "%s", line %d, in %s\n' % tuple(entry[:3]) + ("    %s\n" % entry[3].strip() if entry[3] else "") for entry in self]


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


# Frames from the inside out.
def walk_stack(f):
    if f is None:
        f = sys._getframe(1).f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    return StackSummary.extract(walk_tb(tb), limit=limit)


def extract_stack(f=None, limit=None):
    stack = StackSummary.extract(walk_stack(sys._getframe(1) if f is None else f), limit=limit)
    stack.reverse()
    return stack


def format_stack(f=None, limit=None):
    return extract_stack(sys._getframe(1) if f is None else f, limit).format()


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(sys._getframe(1) if f is None else f, limit), file)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    (file or sys.stderr).write("".join(format_list(extracted_list)))


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit), file)


def print_last(limit=None, file=None, chain=True):
    print_exception(sys.last_value, None, None, limit, file, chain)


def clear_frames(tb):
    pass


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10):
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self._value = exc_value
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__cause__ = self._of(getattr(exc_value, "__cause__", None))
        self.__context__ = self._of(getattr(exc_value, "__context__", None))
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)

    @classmethod
    def _of(cls, exc):
        return None if exc is None else cls.from_exception(exc)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format_exception_only(self):
        return iter(format_exception_only(self._value))

    def format(self, *, chain=True):
        return iter(format_exception(self._value))

    def print(self, *, file=None, chain=True):
        print_exception(self._value, file=file)

    def __str__(self):
        return str(self._value)
