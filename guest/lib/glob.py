import os
from _filesystem import getcwd, places
from fnmatch import filter as _filter


def has_magic(s):
    return "*" in s or "?" in s or "[" in s


def escape(pathname):
    return "".join(["[" + c + "]" if c in "*?[" else c for c in pathname])


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname = os.fspath(pathname)
    if isinstance(pathname, bytes):
        return (p.encode() for p in iglob(pathname.decode(), root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))
    places() or os.listdir(getcwd())  # no match is one thing, no file at all is another
    start = "/" if pathname.startswith("/") else ""
    folder = pathname.endswith("/")
    parts = [part for part in pathname.split("/") if part]
    return _expand(root_dir or "", start, parts, folder, recursive, include_hidden)


def _names(root, path, hidden):
    try:
        found = list(os.scandir(os.path.join(root, path) or "."))
    except OSError:
        return []
    return [(e.name, e.is_dir()) for e in found if hidden or not e.name.startswith(".")]


def _expand(root, path, parts, folder, recursive, hidden):
    if not parts:
        if path and (os.path.isdir(os.path.join(root, path)) if folder else True):
            yield path + "/" if folder and not path.endswith("/") else path
        return
    part, rest = parts[0], parts[1:]
    if not has_magic(part):
        path = os.path.join(path, part)
        if os.path.isdir(os.path.join(root, path)) if rest or folder else os.path.lexists(os.path.join(root, path)):
            yield from _expand(root, path, rest, folder, recursive, hidden)
    elif part == "**" and recursive:
        if path and not rest:
            yield os.path.join(path, "")
        yield from _every(root, path, rest, folder, hidden)
    else:
        found = _names(root, path, hidden or part.startswith("."))
        names = [name for name, is_dir in found if is_dir or not (rest or folder)]
        for name in _filter(names, part):
            yield from _expand(root, os.path.join(path, name), rest, folder, recursive, hidden)


# "**": this directory, and all below it; alone, the files as well.
def _every(root, path, rest, folder, hidden):
    while rest and rest[0] == "**":
        rest = rest[1:]
    if rest:
        yield from _expand(root, path, rest, folder, True, hidden)
    for name, is_dir in _names(root, path, hidden):
        below = os.path.join(path, name)
        if is_dir:
            if not rest:
                yield below + "/" if folder else below
            yield from _every(root, below, rest, folder, hidden)
        elif not rest and not folder:
            yield below
