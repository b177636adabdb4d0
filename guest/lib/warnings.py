"""warnings: written to stderr, once for each place and text."""

import sys

filters = []
onceregistry = {}
_seen = set()
_recorders = []
_actions = "default", "error", "ignore", "always", "module", "once"


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    try:
        frame = sys._getframe(max(stacklevel, 1))
    except ValueError:
        _warn(message, category, "sys", 1, "sys")
    else:
        _warn(message, category, frame.f_code.co_filename, frame.f_lineno, frame.f_globals.get("__name__", "<string>"))


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if module is None:
        module = filename[:-3] if filename.endswith(".py") else filename or "<unknown>"
    _warn(message, type(message) if isinstance(message, Warning) else category, filename, lineno, module)


def _warn(message, category, filename, lineno, module):
    if not isinstance(message, Warning):
        message = category(message)
    text = str(message)
    action = _action(text, category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action != "always":
        key = (text, category) + (() if action == "once" else (filename,) if action == "module" else (filename, lineno))
        if key in _seen:
            return
        _seen.add(key)
    if _recorders:
        _recorders[-1].append(WarningMessage(message, category, filename, lineno))
    else:
        showwarning(message, category, filename, lineno)


def _action(text, category, module, lineno):
    for action, wanted, kind, place, line in filters:
        if (issubclass(category, kind) and (wanted is None or wanted.match(text)) and (place is None or place.match(module))
                and line in (0, lineno)):
            return action
    # What is not told unless somebody asks for it.
    if issubclass(category, DeprecationWarning) and module != "__main__" or issubclass(
            category, (PendingDeprecationWarning, ImportWarning, ResourceWarning)):
        return "ignore"
    return "default"


def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or sys.stderr).write(formatwarning(message, category, filename, lineno, line))


def formatwarning(message, category, filename, lineno, line=None):
    return "%s:%s: %s: %s\n" % (filename, lineno, category.__name__, message) + ("  %s\n" % line.strip() if line else "")


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    if action not in _actions:
        raise AssertionError("invalid action: %r" % (action,))
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise AssertionError("category must be a Warning subclass")
    import re

    _add((action, re.compile(message, re.I) if message else None, category, re.compile(module) if module else None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action not in _actions:
        raise AssertionError("invalid action: %r" % (action,))
    _add((action, None, category, None, lineno), append)


def _add(entry, append):
    if entry in filters and not append:
        filters.remove(entry)
    if entry not in filters:
        filters.insert(len(filters) if append else 0, entry)
    _seen.clear()


def resetwarnings():
    filters.clear()
    _seen.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._simple = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __enter__(self):
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        self._filters = list(filters)
        self._show = showwarning
        if self._simple:
            simplefilter(*self._simple)
        _seen.clear()
        if self._record:
            _recorders.append([])
            return _recorders[-1]

    def __exit__(self, *exc):
        global showwarning
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        filters[:] = self._filters
        showwarning = self._show
        _seen.clear()
        if self._record:
            _recorders.pop()
