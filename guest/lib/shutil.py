import os

class Error(OSError):
    pass


class SameFileError(Error):
    pass


class ReadError(OSError):
    pass


def copyfileobj(fsrc, fdst, length=65536):
    while True:
        data = fsrc.read(length)
        if not data:
            break
        fdst.write(data)


def copyfile(src, dst, *, follow_symlinks=True):
    if os.path.abspath(src) == os.path.abspath(dst):
        raise SameFileError("%r and %r are the same file" % (src, dst))
    with open(src, "rb") as a, open(dst, "wb") as b:
        copyfileobj(a, b)
    return dst


def _into(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    return copyfile(src, _into(src, dst))


def copystat(src, dst, *, follow_symlinks=True):
    if os.path.isfile(dst):
        os.utime(dst, ns=(0, os.stat(src).st_mtime_ns))


def copymode(src, dst, *, follow_symlinks=True):
    os.stat(src)
    os.stat(dst)


def copy2(src, dst, *, follow_symlinks=True):
    dst = _into(src, dst)
    copyfile(src, dst)
    copystat(src, dst)
    return dst


def ignore_patterns(*patterns):
    from fnmatch import filter

    return lambda path, names: set([name for pattern in patterns for name in filter(names, pattern)])


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    names = os.listdir(src)
    skipped = ignore(os.fspath(src), names) if ignore else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in names:
        if name not in skipped:
            a, b = os.path.join(src, name), os.path.join(dst, name)
            if os.path.isdir(a):
                copytree(a, b, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(a, b)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    def failed(function, path, error):
        if onerror is not None:
            onerror(function, path, (type(error), error, None))
        elif not ignore_errors:
            raise error

    try:
        if os.path.islink(path):
            raise OSError("Cannot call rmtree on a symbolic link")
        entries = list(os.scandir(path))
    except OSError as e:
        failed(os.scandir, path, e)
        return
    for entry in entries:
        if entry.is_dir():
            rmtree(entry.path, ignore_errors, onerror)
        else:
            try:
                os.remove(entry.path)
            except OSError as e:
                failed(os.remove, entry.path, e)
    try:
        os.rmdir(path)
    except OSError as e:
        failed(os.rmdir, path, e)


def move(src, dst, copy_function=copy2):
    real = dst
    if os.path.isdir(dst):
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(real):
            raise Error("Destination path '%s' already exists" % real)
    try:
        os.rename(src, real)
    except OSError as e:
        if e.errno != 18:
            raise
        if os.path.isdir(src):
            copytree(src, real, copy_function=copy_function)
            rmtree(src)
        else:
            copy_function(src, real)
            os.remove(src)
    return real


def chown(path, user=None, group=None):
    os.chown(path, -1, -1)


def disk_usage(path):
    os.stat(path)
    raise PermissionError(1, "how full a disk is cannot be known in this sandbox")


def which(cmd, mode=1, path=None):
    return None


def get_terminal_size(fallback=(80, 24)):
    from collections import namedtuple

    return namedtuple("os.terminal_size", "columns lines")(*fallback)
