# What is granted of files, and where a path leads.
#
# A place is an object with methods that take a guest path: Host calls the host's
# doors, Scratch is a tree in memory, Above holds the names of the others. Their
# OSErrors get the path that the program gave.
import _os
from posixpath import join, normpath

CHUNK = 65536

_places = {}
_made_from = None, None, 0
_scratches = {}
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
    _os.at_end(finish)
    _unwritten.append(file)


def flush():
    while _unwritten:
        _unwritten.pop().flush()


# What atexit was given comes first, the last one before the others.
exits = []


def finish():
    while exits:
        function, args, kwargs = exits.pop()
        try:
            function(*args, **kwargs)
        except BaseException as e:
            import sys

            sys.print_exception(e, sys.stderr)
    flush()


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


# Costs of a scratch directory's entry, besides its name and contents.
_ENTRY = 100


class _Data:
    def __init__(self):
        self.bytes = bytearray()
        self.time = _now()


def _now():
    from time import time_ns

    try:
        return time_ns()
    except PermissionError:
        return 0


# A directory in the guest's own memory: it is copied, saved and set back with it.
class Scratch:
    folder = writable = True

    def __init__(self, at, quota):
        self.at = at
        self.left = quota
        self.root = {}

    def _names(self, path):
        return [name for name in path[len(self.at):].split("/") if name]

    def _find(self, names):
        node = self.root
        for name in names:
            if not isinstance(node, dict):
                raise OSError(20, "Not a directory")
            node = node.get(name)
            if node is None:
                raise OSError(2, "No such file or directory")
        return node

    def _folder_of(self, path):
        names = self._names(path)
        if not names:
            raise OSError(16, "Device or resource busy")
        folder = self._find(names[:-1])
        if not isinstance(folder, dict):
            raise OSError(20, "Not a directory")
        return folder, names[-1]

    def _file(self, path):
        node = self._find(self._names(path))
        if isinstance(node, dict):
            raise OSError(21, "Is a directory")
        return node

    def _charge(self, n):
        if n > self.left:
            raise OSError(28, "No space left on device (scratch:quota=)")
        self.left -= n

    def _resize(self, node, size):
        old = len(node.bytes)
        self._charge(size - old)
        if size > old:
            node.bytes.extend(bytes(size - old))
        else:
            node.bytes = node.bytes[:size]
        node.time = _now()

    def stat(self, path):
        node = self._find(self._names(path))
        return ["d", True, 0, 0] if isinstance(node, dict) else ["f", True, len(node.bytes), node.time]

    def list(self, path):
        node = self._find(self._names(path))
        if not isinstance(node, dict):
            raise OSError(20, "Not a directory")
        return [("d" if isinstance(node[name], dict) else "f") + name for name in sorted(node)]

    def open(self, path, mode):
        if "r" not in mode:
            folder, name = self._folder_of(path)
            if name not in folder:
                self._charge(_ENTRY + len(name))
                folder[name] = _Data()
            elif "x" in mode:
                raise OSError(17, "File exists")
        node = self._file(path)
        if "w" in mode:
            self._resize(node, 0)
        return len(node.bytes)

    def read(self, path, offset, n):
        return bytes(memoryview(self._file(path).bytes)[offset:offset + n])

    def write(self, path, offset, data):
        node = self._file(path)
        if offset < 0:
            offset = len(node.bytes)
        end = offset + len(data)
        if end > len(node.bytes):
            self._resize(node, end)
        node.bytes[offset:end] = data
        node.time = _now()
        return end

    def truncate(self, path, size):
        self._resize(self._file(path), size)

    def touch(self, path, ns):
        self._file(path).time = _now() if ns < 0 else ns

    def mkdir(self, path):
        if not self._names(path):
            raise OSError(17, "File exists")
        folder, name = self._folder_of(path)
        if name in folder:
            raise OSError(17, "File exists")
        self._charge(_ENTRY + len(name))
        folder[name] = {}

    def remove(self, path, is_folder):
        folder, name = self._folder_of(path)
        node = self._find(self._names(path))
        if isinstance(node, dict) != is_folder:
            raise OSError(20, "Not a directory") if is_folder else OSError(21, "Is a directory")
        if is_folder and node:
            raise OSError(39, "Directory not empty")
        self.left += _ENTRY + len(name) + (0 if is_folder else len(node.bytes))
        del folder[name]

    def rename(self, path, to):
        folder, name = self._folder_of(path)
        node = self._find(self._names(path))
        other, new = self._folder_of(to)
        old = other.get(new)
        if old is node:
            return
        if to.startswith(path + "/"):
            raise OSError(22, "Invalid argument")
        if old is not None:
            if isinstance(node, dict) and not isinstance(old, dict):
                raise OSError(20, "Not a directory")
            if not isinstance(node, dict) and isinstance(old, dict):
                raise OSError(21, "Is a directory")
            self.remove(to, isinstance(old, dict))
        self._charge(len(new) - len(name))
        other[new] = node
        del folder[name]


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


# What forgets all that is written, and is always empty: it needs no grant.
class Null(Above):
    folder = False
    writable = True

    def stat(self, path):
        return ["f", True, 0, 0]

    def open(self, path, mode):
        return 0

    def read(self, path, offset, n):
        return b""

    def write(self, path, offset, data):
        return max(offset, 0) + len(data)

    def truncate(self, path, size):
        pass


_null = Null()


# The host's doors, which are others after every grant.
def _granted():
    try:
        files = _files.mounts
    except NameError:
        files = None
    try:
        return files, _scratch.mounts
    except NameError:
        return files, None


def _ask_mounts(door):
    try:
        return door() if door else ()
    except PermissionError:
        return ()  # it was granted to a session that this memory was in before


def places():
    global _places, _made_from, _cwd
    files, scratch = _granted()
    life = _os.life()
    if files is not _made_from[0] or scratch is not _made_from[1] or life != _made_from[2]:
        made = {}
        for at, kind, writable in _ask_mounts(files):
            made[at] = Host(kind == "d", writable)
        for at, quota in _ask_mounts(scratch):
            if at not in _scratches:
                _scratches[at] = Scratch(at, quota)
            made[at] = _scratches[at]
        _places, _made_from, _cwd = made, (files, scratch, life), None
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
    error = OSError(2, "No such file or directory", path)
    error.add_note("There is only what is granted: " + ", ".join(table) + " (grant: files)")
    return error


# The place that a path leads to, and the path as it knows it.
def find(path):
    if _unwritten:
        flush()
    path = fspath(path)
    full = absolute(path)
    if not path:
        raise OSError(2, "No such file or directory", path)
    if full == "/dev/null":
        return _null, full
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
