import posixpath as path
from _os import urandom
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

name = "posix"
linesep = "\n"
error = OSError
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2

# The host's variables are not the guest's; a program may keep its own.
environ = {}


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


class PathLike:
    @classmethod
    def __class_getitem__(cls, item):
        return cls


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        method = type(path).__fspath__
    except AttributeError:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)
    return method(path)


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


def getcwd():
    return "/"


def getpid():
    return 1


def cpu_count():
    return 1


def strerror(code):
    from errno import errorcode

    return errorcode.get(code, "Unknown error %d" % code)


def access(path, mode, **kwargs):
    return False


def _no_files(*args, **kwargs):
    raise PermissionError("no file is granted; keep data in memory, as with io.StringIO or io.BytesIO")


def _no_processes(*args, **kwargs):
    raise PermissionError("there are no processes in this sandbox")


open = stat = lstat = listdir = scandir = mkdir = makedirs = remove = unlink = rename = renames = replace = rmdir = _no_files
removedirs = chdir = chmod = chown = link = symlink = readlink = truncate = utime = walk = statvfs = read = write = close = _no_files
system = popen = fork = kill = execv = execvp = execve = spawnl = spawnv = waitpid = getppid = getuid = getlogin = uname = _no_processes
