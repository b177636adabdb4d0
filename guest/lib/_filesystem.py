# What is granted of files, and where a path leads.
#
# A place is an object with methods that take a guest path: Host calls the host's
# doors, Scratch is a tree in memory, Above holds the names of the others. Their
# OSErrors get the path that the program gave.
import _os
from posixpath import join, normpath

CHUNK = 65536

_places = {}
_made_from = None
_cwd = None
_unwritten = []


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        method = type(path).__fspath__
    except AttributeError:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__) from None
    return method(path)


# --- what was not written yet ---

# Files that nobody closes are written when a run ends, and before another file,
# or the same one under another name, is looked at.
def will_write(file):
    _os.at_end(flush)
    _unwritten.append(file)


def flush():
    while _unwritten:
        _unwritten.pop().flush()


def forget(file):
    for i, f in enumerate(_unwritten):
        if f is file:
            del _unwritten[i]
            break


# --- places ---

class Host:
    def __init__(self, folder, writable):
        self.folder = folder
        self.writable = writable
        doors = _files
        self.stat, self.open, self.read, self.write = doors.stat, doors.open, doors.read, doors.write
        self.truncate, self.touch, self.mkdir, self.rename = doors.truncate, doors.touch, doors.mkdir, doors.rename
        self.remove = doors.remove
        self._list = doors.list

    def list(self, path):
        all = []
        part = self._list(path, "")
        while part:
            all += part
            part = self._list(path, part[-1][1:])
        return all


# Directories that are there because a grant lies below.
class Above:
    folder = True
    writable = False

    def stat(self, path):
        return ["d", False, 0, 0]

    def list(self, path):
        return []

    def _refuse(self, *args):
        raise OSError(13, "Permission denied: it is above what is granted")

    open = read = write = truncate = touch = mkdir = rename = remove = _refuse


_above = Above()


# The host's door, which is another one after every grant.
def _granted():
    try:
        return _files.mounts
    except NameError:
        return None


def places():
    global _places, _made_from, _cwd
    doors = _granted()
    if doors is not _made_from:
        made = {}
        try:
            for at, kind, writable in doors() if doors else ():
                made[at] = Host(kind == "d", writable)
        except PermissionError:
            pass  # it was granted to a session that this memory was in before
        _places, _made_from, _cwd = made, doors, None
    return _places


def getcwd():
    table = places()
    if _cwd is None:
        for at, place in table.items():
            if place.folder:
                return at
    return _cwd or "/"


def chdir(path):
    global _cwd
    place, full = find(path)
    if stat(path)[0] != "d":
        raise OSError(20, "Not a directory", fspath(path))
    _cwd = full


def absolute(path):
    path = fspath(path)
    if isinstance(path, bytes):
        path = path.decode()
    if "\0" in path:
        raise ValueError("embedded null byte")
    full = normpath(path if path.startswith("/") else join(getcwd(), path))
    return full[1:] if full.startswith("//") else full


def _denied(path, full):
    table = places()
    if not table:
        return OSError(13, "no file is granted (grant: files)", path)
    return OSError(13, "Permission denied: granted is only what is in " + ", ".join(table) + " (grant: files)", path)


# The place that a path leads to, and the path as it knows it.
def find(path):
    if _unwritten:
        flush()
    path = fspath(path)
    full = absolute(path)
    if not path:
        raise OSError(2, "No such file or directory", path)
    table = places()
    at = full
    while at not in table:
        if at == "/":
            start = full.rstrip("/") + "/"
            for other in table:
                if other.startswith(start):
                    return _above, full
            raise _denied(path, full)
        at = at[:at.rfind("/")] or "/"
    return table[at], full


# Errors of a place have a number and a text, or the host's "[Errno 2] text".
def named(error, path, to=None):
    path = fspath(path)
    args = error.args
    if len(args) == 1 and args[0].startswith("[Errno "):
        text = args[0]
        end = text.find("]")
        args = int(text[7:end]), text[end + 2:]
    return OSError(args[0], args[1], path, None, to and fspath(to)) if len(args) > 1 else error


def ask(method, path, *args):
    place, full = find(path)
    try:
        return getattr(place, method)(full, *args)
    except OSError as e:
        raise named(e, path) from None


def stat(path):
    return ask("stat", path)


# Names in a directory, with their kinds before them.
def entries(path):
    found = ask("list", path)
    start = absolute(path).rstrip("/") + "/"
    for at in places():
        if at.startswith(start) and at != start:
            name = at[len(start):].split("/")[0]
            found = [x for x in found if x[1:] != name]
            found.append(("d" if places()[at].folder or "/" in at[len(start):] else "f") + name)
    return found


def rename(path, to):
    a, full = find(path)
    b, other = find(to)
    try:
        if a is not b and not (isinstance(a, Host) and isinstance(b, Host)):
            raise OSError(18, "Invalid cross-device link")
        a.rename(full, other)
    except OSError as e:
        raise named(e, path, to) from None
