import os
from collections import namedtuple
from contextlib import chdir


class Error(OSError):
    pass


class SpecialFileError(OSError):
    pass


class ExecError(OSError):
    pass


class RegistryError(Exception):
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
        raise SameFileError("{!r} and {!r} are the same file".format(src, dst))
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


class _terminal_size(namedtuple("terminal_size", "columns lines")):
    def __repr__(self):
        return "os.terminal_size(columns=%r, lines=%r)" % (self[0], self[1])


def get_terminal_size(fallback=(80, 24)):
    size = []
    for name, value in zip(("COLUMNS", "LINES"), fallback):
        asked = os.environ.get(name, "")
        size.append(int(asked) if asked.isdigit() and int(asked) else value)
    return _terminal_size(*size)


# --- archives ---

def _zip(base, root, folder):
    from zipfile import ZIP_DEFLATED, ZipFile

    with ZipFile(base, "w", ZIP_DEFLATED) as archive:
        start = os.path.normpath(os.path.join(root, folder))
        if folder != os.curdir:
            archive.write(start, os.path.normpath(folder))
        for at, folders, files in os.walk(start):
            for name in sorted(folders) + files:
                path = os.path.join(at, name)
                archive.write(path, os.path.relpath(path, root))


def _tar(mode):
    def make(base, root, folder):
        from tarfile import open

        with open(base, "w" + mode) as archive:
            archive.add(os.path.join(root, folder), folder)

    return make


def _unzip(path, to):
    from zipfile import ZipFile, is_zipfile

    if not is_zipfile(path):
        raise ReadError("%s is not a zip file" % path)
    with ZipFile(path) as archive:
        archive.extractall(to)


def _untar(path, to):
    from tarfile import TarError, open

    try:
        archive = open(path)
    except TarError:
        raise ReadError("%s is not a compressed or uncompressed tar file" % path)
    with archive:
        archive.extractall(to)


# What makes one, what it is, its end, what unpacks it.
_formats = {
    "gztar": (_tar(":gz"), "gzip'ed tar-file", [".tar.gz", ".tgz"], _untar),
    "tar": (_tar(""), "uncompressed tar file", [".tar"], _untar),
    "zip": (_zip, "ZIP file", [".zip"], _unzip),
}
_packers, _unpackers = {}, {}


def get_archive_formats():
    return sorted([(name, entry[1]) for name, entry in _formats.items()] + [(name, entry[2]) for name, entry in _packers.items()])


def register_archive_format(name, function, extra_args=None, description=""):
    if not callable(function):
        raise TypeError("The %s object is not callable" % function)
    _packers[name] = function, extra_args or [], description


def unregister_archive_format(name):
    del _packers[name]


def get_unpack_formats():
    return sorted([(name, entry[2], entry[1]) for name, entry in _formats.items()] + [(name, entry[0], entry[3]) for name, entry in _unpackers.items()])


def register_unpack_format(name, extensions, function, extra_args=None, description=""):
    if not callable(function):
        raise TypeError("The registered function must be a callable")
    _unpackers[name] = list(extensions), function, extra_args or [], description


def unregister_unpack_format(name):
    del _unpackers[name]


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None, logger=None):
    base = os.fspath(base_name)
    if format in _packers:
        function, more, _ = _packers[format]
        with chdir(root_dir or os.curdir):
            return function(base, base_dir or os.curdir, **dict(more))
    if format not in _formats:
        raise ValueError("unknown archive format '%s'" % format)
    root, folder = root_dir or os.curdir, base_dir or os.curdir
    if not os.path.isdir(root):
        raise NotADirectoryError(20, "Not a directory", root) if os.path.exists(root) else FileNotFoundError(2, "No such file or directory", root)
    base += _formats[format][2][0]
    if os.path.dirname(base) and not dry_run:
        os.makedirs(os.path.dirname(base), exist_ok=True)
    if not dry_run:
        _formats[format][0](base, root, folder)
    return base


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    to = os.getcwd() if extract_dir is None else os.fspath(extract_dir)
    path = os.fspath(filename)
    if format is not None and format not in _formats and format not in _unpackers:
        raise ValueError("Unknown unpack format '%s'" % format)
    for name, (ends, function, more, _) in _unpackers.items():
        if name == format or format is None and path.endswith(tuple(ends)):
            return function(path, to, **dict(more))
    for name, (_, _, ends, function) in _formats.items():
        if name == format or format is None and path.endswith(tuple(ends)):
            return function(path, to)
    raise ReadError("Unknown archive format '%s'" % path)
