import _filesystem
import posixpath as path
from _filesystem import ask, fspath
from _os import urandom
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

name = "posix"
linesep = "\n"
error = OSError
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_CLOEXEC = 0, 1, 2, 64, 128, 512, 1024, 524288
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2

def _variable(text):
    if not isinstance(text, str):
        raise TypeError("str expected, not %s" % type(text).__name__)
    if "\0" in text:
        raise ValueError("embedded null byte")
    return text


# The host's variables are not the guest's; a program may keep its own.
class _Environ(dict):
    def __setitem__(self, key, value):
        dict.__setitem__(self, _variable(key), _variable(value))

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def update(self, other=(), **more):
        for key, value in dict(other, **more).items():
            self[key] = value

    def copy(self):
        return dict(self)

    def __repr__(self):
        return "environ(%s)" % dict.__repr__(self)


environ = _Environ()


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    _variable(key), _variable(value)


def unsetenv(key):
    _variable(key)


def get_exec_path(env=None):
    return (environ if env is None else env).get("PATH", defpath).split(pathsep)


class PathLike:
    @classmethod
    def __class_getitem__(cls, item):
        return cls

    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "__fspath__")


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


def getpid():
    return 1


def cpu_count():
    return 1


def strerror(code):
    from _osnames import error_text

    return error_text(code)


# --- files: what is granted of them ---

def getcwd():
    return _filesystem.getcwd()


def getcwdb():
    return getcwd().encode()


def chdir(path):
    _filesystem.chdir(path)


class stat_result(tuple):
    def __new__(cls, items):
        return tuple.__new__(cls, items)

    def __repr__(self):
        return "os.stat_result(%s)" % ", ".join(["%s=%d" % pair for pair in zip(_stat_names, self)])


_stat_names = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime")
_modes = {"f": 0o100644, "d": 0o40755, "l": 0o120777, "o": 0o140644}


def _stat_item(i):
    return property(lambda self: self[i])


for _i, _name in enumerate(_stat_names):
    setattr(stat_result, _name, _stat_item(_i))


class _Stat(stat_result):
    st_atime = st_mtime = st_ctime = property(lambda self: self.st_mtime_ns / 1e9)
    st_atime_ns = st_ctime_ns = property(lambda self: self.st_mtime_ns)
    st_blksize = 4096
    st_blocks = property(lambda self: (self[6] + 511) // 512)


def lstat(path, *, dir_fd=None):
    kind, writable, size, ns = ask("stat", path)
    mode = _modes[kind] if writable or kind == "l" else _modes[kind] & ~0o222
    seconds = ns // 1000000000
    result = _Stat((mode, 0, 0, 1, 0, 0, size, seconds, seconds, seconds))
    result.st_mtime_ns = ns
    return result


def stat(path, *, dir_fd=None, follow_symlinks=True):
    if isinstance(path, int):
        return lstat(_file_of(path).name)
    result = lstat(path)
    if follow_symlinks and result[0] == _modes["l"]:
        raise OSError(40, "Too many levels of symbolic links", fspath(path))
    return result


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    try:
        return not mode & W_OK or stat(path)[0] & 0o200 != 0 if mode else stat(path) is not None
    except (OSError, ValueError):
        return False


def listdir(path="."):
    names = [name[1:] for name in _filesystem.entries(path)]
    return [name.encode() for name in names] if isinstance(path, bytes) else names


class DirEntry:
    def __init__(self, folder, name, kind):
        self.name = name
        self.path = path.join(folder, name)
        self._kind = kind

    def __fspath__(self):
        return self.path

    def is_dir(self, *, follow_symlinks=True):
        return self._kind == "d"

    def is_file(self, *, follow_symlinks=True):
        return self._kind == "f"

    def is_symlink(self):
        return self._kind == "l"

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return 0

    def __repr__(self):
        return "<DirEntry %r>" % self.name


class _Scan:
    def __init__(self, items):
        self._items = iter(items)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self._items = iter(())


def scandir(path="."):
    folder = fspath(path)
    return _Scan([DirEntry(folder, name[1:], name[0]) for name in _filesystem.entries(path)])


def mkdir(path, mode=0o777, *, dir_fd=None):
    ask("mkdir", path)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == ".":
            return
    try:
        mkdir(name)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def remove(path, *, dir_fd=None):
    ask("remove", path, False)


unlink = remove


def rmdir(path, *, dir_fd=None):
    ask("remove", path, True)


def removedirs(name):
    rmdir(name)
    head = path.dirname(name.rstrip("/"))
    while head and head != "/":
        try:
            rmdir(head)
        except OSError:
            break
        head = path.dirname(head)


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _filesystem.rename(src, dst)


replace = rename


def renames(old, new):
    head = path.dirname(new)
    if head and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head = path.dirname(old)
    if head:
        try:
            removedirs(head)
        except OSError:
            pass


def truncate(path, length):
    ask("truncate", path, length)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    ask("touch", path, ns[1] if ns else int(times[1] * 1000000000) if times else -1)


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        found = _filesystem.entries(top)
    except OSError as e:
        if onerror is not None:
            onerror(e)
        return
    folders = [name[1:] for name in found if name[0] == "d"]
    files = [name[1:] for name in found if name[0] != "d"]
    if topdown:
        yield top, folders, files
    for name in folders:
        yield from walk(path.join(top, name), topdown, onerror)
    if not topdown:
        yield top, folders, files


# Numbers of open files: from 3 on, as long as nobody closes them.
_open_files = {}


def _file_of(fd):
    if fd in _open_files:
        return _open_files[fd]
    import sys

    if 0 <= fd <= 2:
        return (sys.__stdin__, sys.__stdout__, sys.__stderr__)[fd].buffer
    raise OSError(9, "Bad file descriptor")


def open(path, flags, mode=0o777, *, dir_fd=None):
    from _fileio import FileIO

    access = flags & 3
    kind = "x" if flags & O_EXCL and flags & O_CREAT else "r"
    if kind == "r":
        try:
            stat(path)
            if flags & O_TRUNC and access:
                kind = "w"
        except FileNotFoundError:
            if not flags & O_CREAT:
                raise
            kind = "x"
    if flags & O_APPEND:
        kind = "a"
    file = FileIO(path, kind + ("+" if access == O_RDWR or (access and kind == "r") else ""))
    fd = 3
    while fd in _open_files:
        fd += 1
    _open_files[fd] = file
    return fd


def fdopen(fd, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True):
    from _fileio import open

    file = open(fd, mode, buffering, encoding, errors, newline)
    _open_files.pop(fd, None)
    return file


def read(fd, n):
    return _file_of(fd).read(n)


def write(fd, data):
    return _file_of(fd).write(data)


def lseek(fd, position, whence):
    return _file_of(fd).seek(position, whence)


def pread(fd, n, offset):
    at = lseek(fd, 0, 1)
    lseek(fd, offset, 0)
    try:
        return read(fd, n)
    finally:
        lseek(fd, at, 0)


def pwrite(fd, data, offset):
    at = lseek(fd, 0, 1)
    lseek(fd, offset, 0)
    try:
        return write(fd, data)
    finally:
        lseek(fd, at, 0)


def closerange(low, high):
    for fd in list(_open_files):
        if low <= fd < high:
            close(fd)


def ftruncate(fd, length):
    _file_of(fd).truncate(length)


def fsync(fd):
    _file_of(fd)


fdatasync = fsync


def sync():
    _filesystem.flush()


def fstat(fd):
    return stat(_file_of(fd).name) if fd > 2 else stat_result((0o10600, fd) + (0,) * 8)


def close(fd):
    _file_of(fd)
    if fd in _open_files:
        _open_files.pop(fd).close()


def isatty(fd):
    return False


def _no_modes(*args, **kwargs):
    raise PermissionError(1, "modes, owners and links cannot be changed in this sandbox")


chmod = chown = link = symlink = _no_modes


def readlink(path, *, dir_fd=None):
    stat(path, follow_symlinks=False)
    raise OSError(22, "Invalid argument", path)


def _no_processes(*args, **kwargs):
    raise PermissionError("there are no processes in this sandbox")


system = popen = fork = kill = execv = execvp = execve = spawnl = spawnv = waitpid = getppid = getuid = getlogin = uname = _no_processes


def get_terminal_size(fd=1):
    raise OSError(25, "Inappropriate ioctl for device")


def umask(mask):
    return 0o22


def sched_getaffinity(pid):
    return set((0,))


def getrandom(size, flags=0):
    return urandom(size)


def waitstatus_to_exitcode(status):
    return status >> 8 if status & 0x7f == 0 else -(status & 0x7f)


# What few programs name is in a module of its own.
def __getattr__(name):
    from _osnames import find

    value = globals()[name] = find(name)
    return value
