import os
import struct
import zlib
from binascii import crc32
from io import BytesIO

ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


class BadZipFile(Exception):
    pass


class LargeZipFile(Exception):
    pass


BadZipfile = error = BadZipFile


class ZipInfo:
    def __init__(self, filename="NoName", date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        self.filename = filename.split("\0")[0]
        self.date_time = date_time
        self.compress_type = ZIP_STORED
        self.comment = self.extra = b""
        self.create_system = 3
        self.create_version = self.extract_version = 20
        self.flag_bits = self.volume = self.internal_attr = self.external_attr = 0
        self.header_offset = self.CRC = self.compress_size = self.file_size = 0

    def is_dir(self):
        return self.filename.endswith("/")

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        folder = os.path.isdir(filename)
        name = os.path.normpath(os.fspath(filename) if arcname is None else arcname).lstrip("/")
        info = cls(name + "/" if folder else name, _date(os.stat(filename).st_mtime))
        info.external_attr = 0o40755 << 16 | 16 if folder else 0o100644 << 16
        return info

    def __repr__(self):
        text = "<ZipInfo filename=%r" % self.filename
        if self.compress_type:
            text += " compress_type=deflate"
        if self.file_size:
            text += " file_size=%d" % self.file_size
        return text + ">"


# A date as an archive says it.
def _date(seconds=None):
    try:
        from time import localtime

        return max(tuple(localtime(seconds))[:6], (1980, 1, 1, 0, 0, 0))
    except PermissionError:
        return (1980, 1, 1, 0, 0, 0)


def _bytes_of(name):
    return name.encode("ascii" if name.isascii() else "utf-8")


class ZipFile:
    fp = None

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, compresslevel=None, *, strict_timestamps=True, metadata_encoding=None):
        if mode not in ("r", "w", "x", "a"):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        if compression not in (ZIP_STORED, ZIP_DEFLATED):
            raise NotImplementedError("That compression method is not supported")
        self.mode = mode
        self.compression = compression
        self.comment = b""
        self.filelist = []
        self.NameToInfo = {}
        self._level = compresslevel
        self._changed = mode in "wx"
        self._own = isinstance(file, (str, bytes)) or hasattr(file, "__fspath__")
        if self._own:
            self.filename = os.fspath(file)
            kind = {"r": "rb", "w": "w+b", "x": "x+b", "a": "r+b"}[mode]
            try:
                self.fp = open(file, kind)
            except FileNotFoundError:
                if mode != "a":
                    raise
                self.fp = open(file, "w+b")
        else:
            self.fp = file
            self.filename = getattr(file, "name", None)
        self._end = 0
        if mode in "ra":
            try:
                self._read_directory()
            except BadZipFile:
                if mode == "r" or self.fp.seek(0, 2):
                    self._close()
                    raise
                self._changed = True

    def __repr__(self):
        if self.fp is None:
            return "<zipfile.ZipFile [closed]>"
        return "<zipfile.ZipFile %s mode=%r>" % ("filename=%r" % self.filename if self._own else "file=%r" % self.fp, self.mode)

    # Where the directory begins is said at the end, behind which a comment may lie.
    def _read_directory(self):
        fp = self.fp
        size = fp.seek(0, 2)
        fp.seek(max(0, size - 65557))
        tail = fp.read()
        at = tail.rfind(_END)
        if at < 0 or len(tail) - at < 22:
            raise BadZipFile("File is not a zip file")
        count, length, start, comment = struct.unpack("<HIIH", tail[at + 10:at + 22])
        self.comment = tail[at + 22:at + 22 + comment]
        before = size - len(tail) + at - length - start
        if before < 0:
            raise BadZipFile("Bad offset for central directory")
        self._end = start + before
        fp.seek(self._end)
        data = fp.read(length)
        at = 0
        while at < len(data):
            if data[at:at + 4] != _CENTRAL or len(data) - at < 46:
                raise BadZipFile("Bad magic number for central directory")
            made, system, needed, _, flags, kind, time, date, crc, packed, full, n, extra, note, disk, inner, outer, offset = struct.unpack("<BBBBHHHHIIIHHHHHII", data[at + 4:at + 46])
            name = data[at + 46:at + 46 + n]
            info = ZipInfo(name.decode("utf-8" if flags & 0x800 else "latin-1"))
            info.create_version, info.create_system, info.extract_version = made, system, needed
            info.flag_bits, info.compress_type, info.CRC, info.compress_size, info.file_size = flags, kind, crc, packed, full
            info.internal_attr, info.external_attr, info.header_offset = inner, outer, offset + before
            info.date_time = ((date >> 9) + 1980, date >> 5 & 15, date & 31, time >> 11, time >> 5 & 63, (time & 31) * 2)
            at += 46 + n
            info.extra = data[at:at + extra]
            info.comment = data[at + extra:at + extra + note]
            at += extra + note
            self._keep(info)

    def _keep(self, info):
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info

    def namelist(self):
        return [info.filename for info in self.filelist]

    def infolist(self):
        return self.filelist

    def getinfo(self, name):
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError("There is no item named %r in the archive" % name)
        return info

    def printdir(self, file=None):
        print("%-46s %19s %12s" % ("File Name", "Modified    ", "Size"), file=file)
        for info in self.filelist:
            print("%-46s %s %12d" % (info.filename, "%d-%02d-%02d %02d:%02d:%02d" % info.date_time[:6], info.file_size), file=file)

    def read(self, name, pwd=None):
        if self.fp is None:
            raise ValueError("Attempt to use ZIP archive that was already closed")
        info = name if isinstance(name, ZipInfo) else self.getinfo(name)
        if info.flag_bits & 1:
            raise RuntimeError("File %r is encrypted, password required for extraction" % info.filename)
        self.fp.seek(info.header_offset)
        head = self.fp.read(30)
        if head[:4] != _LOCAL or len(head) < 30:
            raise BadZipFile("Bad magic number for file header")
        n, extra = struct.unpack("<HH", head[26:])
        self.fp.seek(n + extra, 1)
        data = self.fp.read(info.compress_size)
        if info.compress_type == ZIP_DEFLATED:
            try:
                data = zlib.decompress(data, -15) if data else data
            except zlib.error:
                raise BadZipFile("Bad data of file %r" % info.filename) from None
        elif info.compress_type != ZIP_STORED:
            raise NotImplementedError("That compression method is not supported")
        if crc32(data) != info.CRC:
            raise BadZipFile("Bad CRC-32 for file %r" % info.filename)
        return data

    def open(self, name, mode="r", pwd=None, *, force_zip64=False):
        if mode == "r":
            return BytesIO(self.read(name))
        if mode != "w":
            raise ValueError('open() requires mode "r" or "w"')
        return _Member(self, name)

    def testzip(self):
        for info in self.filelist:
            try:
                self.read(info)
            except BadZipFile:
                return info.filename

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        if self.fp is None:
            raise ValueError("Attempt to write to ZIP archive that was already closed")
        if self.mode == "r":
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        info = zinfo_or_arcname
        if not isinstance(info, ZipInfo):
            info = ZipInfo(info, _date())
            info.compress_type = self.compression
            info.external_attr = 0o40775 << 16 | 16 if info.is_dir() else 0o600 << 16
        if compress_type is not None:
            info.compress_type = compress_type
        if isinstance(data, str):
            data = data.encode()
        data = bytes(data)
        if info.is_dir():
            info.compress_type = ZIP_STORED
        info.CRC = crc32(data)
        info.file_size = len(data)
        if info.compress_type == ZIP_DEFLATED:
            data = zlib.compress(data, -1 if self._level is None else self._level, -15)
        info.compress_size = len(data)
        info.header_offset = self._end
        name = _bytes_of(info.filename)
        if not info.filename.isascii():
            info.flag_bits |= 0x800
        self.fp.seek(self._end)
        self.fp.write(_LOCAL + struct.pack("<H", 20) + self._common(info) + struct.pack("<HH", len(name), 0) + name + data)
        self._end += 30 + len(name) + len(data)
        self._changed = True
        self._keep(info)

    def _common(self, info):
        y, month, d, h, m, s = info.date_time[:6]
        return struct.pack("<HHHHIII", info.flag_bits, info.compress_type, h << 11 | m << 5 | s // 2,
                           (y - 1980) << 9 | month << 5 | d, info.CRC, info.compress_size, info.file_size)

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        info = ZipInfo.from_file(filename, arcname)
        info.compress_type = self.compression
        data = b""
        if not info.is_dir():
            with open(filename, "rb") as f:
                data = f.read()
        self.writestr(info, data, compress_type)

    def mkdir(self, zinfo_or_directory_name, mode=511):
        self.writestr(zinfo_or_directory_name.rstrip("/") + "/", b"")

    # No name leads out of the directory.
    def extract(self, member, path=None, pwd=None):
        info = member if isinstance(member, ZipInfo) else self.getinfo(member)
        names = [name for name in info.filename.split("/") if name not in ("", ".", "..")]
        target = os.path.join(os.getcwd() if path is None else os.fspath(path), *names)
        os.makedirs(target if info.is_dir() else os.path.dirname(target), exist_ok=True)
        if not info.is_dir():
            with open(target, "wb") as f:
                f.write(self.read(info))
        return target

    def extractall(self, path=None, members=None, pwd=None):
        for member in self.namelist() if members is None else members:
            self.extract(member, path)

    def close(self):
        if self.fp is None:
            return
        if self._changed and self.mode != "r":
            self.fp.seek(self._end)
            length = 0
            for info in self.filelist:
                name = _bytes_of(info.filename)
                head = _CENTRAL + struct.pack("<BBH", info.create_version, info.create_system, info.extract_version) + self._common(info)
                head += struct.pack("<HHHHHII", len(name), len(info.extra), len(info.comment), 0, info.internal_attr, info.external_attr, info.header_offset)
                self.fp.write(head + name + info.extra + info.comment)
                length += len(head) + len(name) + len(info.extra) + len(info.comment)
            n = len(self.filelist)
            self.fp.write(_END + struct.pack("<HHHHIIH", 0, 0, n, n, length, self._end, len(self.comment)) + self.comment)
            self.fp.truncate(self.fp.tell())
        self._close()

    def _close(self):
        fp = self.fp
        self.fp = None
        if self._own:
            fp.close()
        else:
            fp.flush()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _Member(BytesIO):
    def __init__(self, archive, name):
        super().__init__()
        self._archive = archive
        self._name = name

    def close(self):
        if not self.closed:
            data = self.getvalue()
            super().close()
            self._archive.writestr(self._name, data)

    def __exit__(self, *args):
        self.close()


def is_zipfile(filename):
    try:
        ZipFile(filename).close()
        return True
    except (BadZipFile, OSError):
        return False


# A place in an archive: directories are there if anything is in them.
class Path:
    def __init__(self, root, at=""):
        self.root = root if isinstance(root, ZipFile) else ZipFile(root)
        self.at = at

    def _names(self):
        names = self.root.namelist()
        for name in list(names):
            while "/" in name.rstrip("/"):
                name = name.rstrip("/").rpartition("/")[0] + "/"
                if name not in names:
                    names.append(name)
        return names

    def _next(self, at):
        return type(self)(self.root, at)

    def __eq__(self, other):
        return (self.root, self.at) == (other.root, other.at) if isinstance(other, Path) else NotImplemented

    def __hash__(self):
        return hash(self.at)

    def _pure(self):
        from pathlib import PurePosixPath

        return PurePosixPath(self.root.filename or "").joinpath(self.at)

    name = property(lambda self: self._pure().name)
    suffix = property(lambda self: self._pure().suffix)
    suffixes = property(lambda self: self._pure().suffixes)
    stem = property(lambda self: self._pure().stem)

    @property
    def filename(self):
        from pathlib import Path

        return Path(self.root.filename).joinpath(self.at)

    @property
    def parent(self):
        if not self.at:
            return self.filename.parent
        above = os.path.dirname(self.at.rstrip("/"))
        return self._next(above + "/" if above else "")

    def is_dir(self):
        return not self.at or self.at.endswith("/")

    def is_file(self):
        return self.exists() and not self.is_dir()

    def exists(self):
        return self.at in self._names()

    def iterdir(self):
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        return iter([self._next(name) for name in self._names() if os.path.dirname(name.rstrip("/")) == self.at.rstrip("/") and name != self.at])

    def joinpath(self, *other):
        at = os.path.join(self.at, *other)
        names = self._names()
        return self._next(at + "/" if at not in names and at + "/" in names else at)

    def __truediv__(self, other):
        return self.joinpath(other)

    def open(self, mode="r", *args, pwd=None, **kwargs):
        if self.is_dir():
            raise IsADirectoryError(self)
        if not self.exists() and mode[0] == "r":
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, mode[0], pwd)
        if "b" in mode:
            if args or kwargs:
                raise ValueError("encoding args invalid for binary operation")
            return stream
        from io import TextIOWrapper

        return TextIOWrapper(stream, *args, **kwargs)

    def read_text(self, *args, **kwargs):
        with self.open("r", *args, **kwargs) as f:
            return f.read()

    def read_bytes(self):
        with self.open("rb") as f:
            return f.read()

    def __str__(self):
        return os.path.join(self.root.filename or "", self.at)

    def __repr__(self):
        return "%s(%r, %r)" % (type(self).__name__, self.root.filename, self.at)
