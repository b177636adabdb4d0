curdir = "."
pardir = ".."
extsep = "."
sep = "/"
altsep = None
pathsep = ":"
defpath = "/bin:/usr/bin"
devnull = "/dev/null"
supports_unicode_filenames = False


def _path(path):
    if isinstance(path, (str, bytes)):
        return path
    from _filesystem import fspath

    return fspath(path)


def _alike(paths):
    if any([isinstance(p, bytes) != isinstance(paths[0], bytes) for p in paths]):
        raise TypeError("Can't mix strings and bytes in path components")


def _like(path, text):
    return text.encode() if isinstance(path, bytes) else text


def normcase(s):
    return _path(s)


def isabs(s):
    s = _path(s)
    return s.startswith(_like(s, "/"))


def join(a, *p):
    path = _path(a)
    slash = _like(path, "/")
    for b in p:
        if not isinstance(b, (str, bytes)) and not hasattr(b, "__fspath__"):
            raise TypeError("join() argument must be str, bytes, or os.PathLike object, not %r" % type(b).__name__)
        b = _path(b)
        _alike([path, b])
        if b.startswith(slash):
            path = b
        elif not path or path.endswith(slash):
            path += b
        else:
            path += slash + b
    return path


def split(p):
    p = _path(p)
    slash = _like(p, "/")
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    p = _path(p)
    dot = _like(p, ".")
    name = p.rfind(_like(p, "/")) + 1
    i = p.rfind(dot)
    if i > name and p[name:i].lstrip(dot):
        return p[:i], p[i:]
    return p, p[:0]


def splitdrive(p):
    p = _path(p)
    return p[:0], p


def basename(p):
    p = _path(p)
    return p[p.rfind(_like(p, "/")) + 1:]


def dirname(p):
    return split(p)[0]


def normpath(path):
    path = _path(path)
    if not path:
        return _like(path, ".")
    slash = _like(path, "/")
    up = _like(path, "..")
    start = path[:0]
    if path.startswith(slash):
        # Two slashes, and no more, are kept.
        start = slash * 2 if path.startswith(slash * 2) and not path.startswith(slash * 3) else slash
    parts = []
    for part in path.split(slash):
        if not part or part == _like(path, "."):
            continue
        if part != up or (not start and not parts) or (parts and parts[-1] == up):
            parts.append(part)
        elif parts:
            parts.pop()
    return start + slash.join(parts) or _like(path, ".")


def abspath(path):
    path = _path(path)
    if not isabs(path):
        from os import getcwd

        path = join(_like(path, getcwd()), path)
    return normpath(path)


def realpath(path, *, strict=False):
    if strict:
        from os import stat

        stat(path)
    return abspath(path)


def relpath(path, start="."):
    if not path:
        raise ValueError("no path specified")
    path = _path(path)
    slash = _like(path, "/")
    start = _path(start) if start != "." else _like(path, ".")
    _alike([path, start])
    a = [x for x in abspath(start).split(slash) if x]
    b = [x for x in abspath(path).split(slash) if x]
    i = len(commonprefix([a, b]))
    return slash.join([_like(path, "..")] * (len(a) - i) + b[i:]) or _like(path, ".")


def commonprefix(m):
    if not m:
        return ""
    m = [x if isinstance(x, (list, tuple)) else _path(x) for x in m]
    first, last = min(m), max(m)
    for i, c in enumerate(first):
        if c != last[i]:
            return first[:i]
    return first


def commonpath(paths):
    paths = [_path(p) for p in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    _alike(paths)
    slash = _like(paths[0], "/")
    absolute = [isabs(p) for p in paths]
    if any(absolute) and not all(absolute):
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[x for x in p.split(slash) if x and x != _like(x, ".")] for p in paths]
    return (slash if absolute[0] else slash[:0]) + slash.join(commonprefix(parts))


def expanduser(path):
    path = _path(path)
    slash = _like(path, "/")
    if path[:1] != _like(path, "~") or path[1:2] not in (slash, slash[:0]):
        return path
    from os import environ

    home = environ.get("HOME")
    if home is None:
        return path
    return _like(path, home).rstrip(slash) + path[1:] or slash


def expandvars(path):
    path = _path(path)
    if _like(path, "$") not in path:
        return path
    import re
    from os import environ

    def value(m):
        name = m[1]
        name = name[1:-1] if name[:1] == "{" else name
        return environ.get(name, m[0])

    text = path.decode("utf-8", "surrogateescape") if isinstance(path, bytes) else path
    text = re.sub(r"\$(\w+|\{[^}]*\})", value, text, flags=re.ASCII)
    return text if isinstance(path, str) else text.encode("utf-8", "surrogateescape")


def _mode(path, method="stat"):
    import os

    try:
        return getattr(os, method)(path)[0]
    except (OSError, ValueError):
        return 0


def exists(path):
    return _mode(path) != 0


def lexists(path):
    return _mode(path, "lstat") != 0


def isfile(path):
    return _mode(path) >> 12 == 8


def isdir(path):
    return _mode(path) >> 12 == 4


def islink(path):
    return _mode(path, "lstat") >> 12 == 10


def ismount(path):
    return abspath(path) == "/"


def getsize(path):
    from os import stat

    return stat(path).st_size


def getmtime(path):
    from os import stat

    return stat(path).st_mtime


getatime = getctime = getmtime


def samefile(a, b):
    from os import stat

    stat(a)
    stat(b)
    return realpath(a) == realpath(b)


def samestat(a, b):
    return a == b
