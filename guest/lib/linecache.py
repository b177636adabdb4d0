"""linecache: lines of files that are granted, and of the program that runs."""

import _os

cache = {}


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    if filename not in cache:
        text = _os.source(filename)
        if text is not None:
            return [line + "\n" for line in text.rstrip("\n").split("\n")]
        try:
            with open(filename) as f:
                lines = f.readlines()
        except (OSError, UnicodeError):
            return []
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
        cache[filename] = (sum([len(line) for line in lines]), None, lines, filename)
    return cache[filename][2]


def clearcache():
    cache.clear()


def checkcache(filename=None):
    pass


def updatecache(filename, module_globals=None):
    cache.pop(filename, None)
    return getlines(filename)


def lazycache(filename, module_globals):
    return False
