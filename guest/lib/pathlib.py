import os
import posixpath


class PurePath:
    def __new__(cls, *args):
        self = object.__new__(PosixPath if cls is Path else PurePosixPath if cls is PurePath else cls)
        return self

    def __init__(self, *args):
        texts = []
        for a in args:
            if isinstance(a, PurePath):
                a = str(a)
            elif not isinstance(a, str):
                a = a.__fspath__() if hasattr(a, "__fspath__") else a
                if not isinstance(a, str):
                    raise TypeError("expected str, bytes or os.PathLike object, not " + type(a).__name__)
            texts.append(a)
        text = posixpath.join(*texts) if texts else ""
        self.drive = ""
        self.root = ""
        if text.startswith("/"):
            self.root = "//" if text.startswith("//") and not text.startswith("///") else "/"
        self._names = [x for x in text.split("/") if x and x != "."]

    def _new(self, root, names):
        other = object.__new__(type(self))
        other.drive = ""
        other.root = root
        other._names = names
        return other

    @property
    def anchor(self):
        return self.root

    @property
    def parts(self):
        return tuple(([self.root] if self.root else []) + self._names)

    @property
    def name(self):
        return self._names[-1] if self._names else ""

    @property
    def suffix(self):
        name = self.name
        i = name.rfind(".")
        return name[i:] if 0 < i < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + s for s in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        i = name.rfind(".")
        return name[:i] if 0 < i < len(name) - 1 else name

    @property
    def parent(self):
        return self._new(self.root, self._names[:-1]) if self._names else self

    @property
    def parents(self):
        return _Parents(self)

    def __str__(self):
        return self.root + "/".join(self._names) or "."

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return str(self).encode()

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    def as_posix(self):
        return str(self)

    def as_uri(self):
        if not self.root:
            raise ValueError("relative path can't be expressed as a file URI")
        out = []
        for b in str(self).encode():
            c = chr(b)
            out.append(c if b < 128 and (c.isalpha() or c.isdigit() or c in "/_.-~") else "%%%02X" % b)
        return "file://" + "".join(out)

    def is_absolute(self):
        return bool(self.root)

    def is_reserved(self):
        return False

    def _make(self, other):
        return type(self)(other)

    def __truediv__(self, other):
        if not isinstance(other, (str, PurePath)) and not hasattr(other, "__fspath__"):
            return NotImplemented
        return type(self)(self, other)

    def __rtruediv__(self, other):
        return type(self)(other, self) if isinstance(other, str) else NotImplemented

    def joinpath(self, *others):
        return type(self)(self, *others)

    def _key(self):
        return self.root, self._names

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self.parts <= other.parts if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self.parts > other.parts if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self.parts >= other.parts if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(str(self))

    def with_name(self, name):
        if not self._names:
            raise ValueError("%r has an empty name" % self)
        if not name or "/" in name or name == ".":
            raise ValueError("Invalid name %r" % name)
        return self._new(self.root, self._names[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or (suffix and not suffix.startswith(".")) or suffix == ".":
            raise ValueError("Invalid suffix %r" % suffix)
        if not self.name:
            raise ValueError("%r has an empty name" % self)
        name = self.name
        old = self.suffix
        return self._new(self.root, self._names[:-1] + [(name[:-len(old)] if old else name) + suffix])

    def relative_to(self, *other):
        other = type(self)(*other)
        n = len(other._names)
        if self.root != other.root or self._names[:n] != other._names:
            raise ValueError("%r is not in the subpath of %r OR one path is relative and the other is absolute." % (str(self), str(other)))
        return self._new("", self._names[n:])

    def is_relative_to(self, *other):
        other = type(self)(*other)
        return self.root == other.root and self._names[:len(other._names)] == other._names

    def match(self, pattern):
        pattern = type(self)(pattern)
        names = pattern._names
        if not names and not pattern.root:
            raise ValueError("empty pattern")
        if pattern.root and (self.root != pattern.root or len(names) != len(self._names)):
            return False
        if len(names) > len(self._names):
            return False
        for have, want in zip(reversed(self._names), reversed(names)):
            if not _matches(have, want):
                return False
        return True

    def __reduce__(self):
        return type(self), self.parts


def _matches(name, pattern):
    import re

    out = []
    i = 0
    while i < len(pattern):
        c = pattern[i]
        i += 1
        if c == "*":
            out.append(".*")
        elif c == "?":
            out.append(".")
        elif c == "[" and "]" in pattern[i + 1:]:
            end = pattern.index("]", i + 1)
            inside = pattern[i:end].replace("\\", "\\\\")
            out.append("[" + ("^" + inside[1:] if inside[0] == "!" else inside) + "]")
            i = end + 1
        else:
            out.append(re.escape(c))
    return re.fullmatch("(?s)" + "".join(out), name) is not None


class _Parents:
    def __init__(self, path):
        self._path = path

    def __len__(self):
        return len(self._path._names)

    def __getitem__(self, i):
        n = len(self)
        if isinstance(i, slice):
            return tuple([self[j] for j in range(n)][i])
        if not -n <= i < n:
            raise IndexError(i)
        path = self._path
        return path._new(path.root, path._names[:n - 1 - i % n])

    def __repr__(self):
        return "<%s.parents>" % type(self._path).__name__


class PurePosixPath(PurePath):
    pass


# Whether the names of a path match those of a pattern, in which "**" is any number.
def _glob(path, parts):
    if not parts:
        yield path
        return
    part, rest = parts[0], parts[1:]
    if part == "**":
        yield from _glob(path, rest)
        for entry in _scan(path):
            if entry.is_dir():
                yield from _glob(path / entry.name, parts)
    elif "*" not in part and "?" not in part and "[" not in part:
        below = path / part
        if below.exists():
            yield from _glob(below, rest)
    else:
        for entry in _scan(path):
            if (not rest or entry.is_dir()) and _matches(entry.name, part):
                yield from _glob(path / entry.name, rest)


def _scan(path):
    try:
        return list(os.scandir(path))
    except OSError:
        return []


class Path(PurePath):
    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("/")

    def absolute(self):
        return self if self.root else type(self)(self.cwd(), self)

    def resolve(self, strict=False):
        return type(self)(posixpath.realpath(self, strict=strict))

    def expanduser(self):
        return self

    def exists(self):
        return posixpath.exists(self)

    def is_file(self):
        return posixpath.isfile(self)

    def is_dir(self):
        return posixpath.isdir(self)

    def is_symlink(self):
        return posixpath.islink(self)

    def is_mount(self):
        return posixpath.ismount(self)

    def is_socket(self):
        return False

    is_fifo = is_block_device = is_char_device = is_socket

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(self)

    def samefile(self, other):
        return posixpath.samefile(self, other)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", -1, encoding, errors) as f:
            return f.read()

    def read_bytes(self):
        with self.open("rb") as f:
            return f.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not " + type(data).__name__)
        with self.open("w", -1, encoding, errors, newline) as f:
            return f.write(data)

    def write_bytes(self, data):
        with self.open("wb") as f:
            return f.write(data)

    def iterdir(self):
        for name in os.listdir(self):
            yield self / name

    def glob(self, pattern):
        if not pattern:
            raise ValueError("Unacceptable pattern: %r" % pattern)
        if pattern.startswith("/"):
            raise NotImplementedError("Non-relative patterns are unsupported")
        parts = [part for part in pattern.split("/") if part and part != "."]
        found = set()
        folders = parts[-1] == "**"
        for path in _glob(self, parts):
            if path not in found and (not folders or path.is_dir()):
                found.add(path)
                yield path

    def rglob(self, pattern):
        return self.glob("**/" + pattern)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, False, exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(self)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(self, target)
        return type(self)(target)

    replace = rename

    def touch(self, mode=0o666, exist_ok=True):
        if not exist_ok:
            self.open("x").close()
        elif self.exists():
            os.utime(self)
        else:
            self.open("a").close()

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self)

    hardlink_to = symlink_to

    def readlink(self):
        return type(self)(os.readlink(self))

    def owner(self):
        self.stat()
        return "root"

    group = owner


class PosixPath(Path, PurePosixPath):
    pass
