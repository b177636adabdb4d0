"""warnings: written to stderr, once for each place and text."""

import sys

filters = []
_seen = set()
_recorders = []


class WarningMessage:
    def __init__(self, message, category, filename="", lineno=0):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s}" % (
            self.message, self.category.__name__, self.filename, self.lineno)


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    if not isinstance(message, Warning):
        message = category(message)
    action = _action(str(message), category)
    if action == "ignore":
        return
    if action == "error":
        raise message
    key = (str(message), category)
    if action != "always" and key in _seen:
        return
    _seen.add(key)
    if _recorders:
        _recorders[-1].append(WarningMessage(message, category))
    else:
        showwarning(message, category, "", 0)


def warn_explicit(message, category, filename, lineno, module=None, registry=None):
    warn(message, category)


def _action(text, category):
    for action, message, kind in filters:
        if issubclass(category, kind) and text.lower().startswith(message.lower()):
            return action
    return "default"


def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or sys.stderr).write(formatwarning(message, category, filename, lineno))


def formatwarning(message, category, filename, lineno, line=None):
    return "%s: %s\n" % (category.__name__, message)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    if action not in ("default", "error", "ignore", "always", "module", "once"):
        raise ValueError("invalid action: %r" % action)
    entry = (action, message, category)
    if append:
        filters.append(entry)
    else:
        filters.insert(0, entry)


def simplefilter(action, category=Warning, lineno=0, append=False):
    filterwarnings(action, "", category, "", lineno, append)


def resetwarnings():
    filters.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._simple = None if action is None else (action, category, lineno, append)

    def __enter__(self):
        self._filters = list(filters)
        if self._simple:
            simplefilter(*self._simple)
        _seen.clear()
        if self._record:
            _recorders.append([])
            return _recorders[-1]

    def __exit__(self, *exc):
        filters[:] = self._filters
        if self._record:
            _recorders.pop()
