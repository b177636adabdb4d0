"""plistlib: property lists, in XML and in Apple's binary form."""

import datetime
import struct
from binascii import a2b_base64, b2a_base64
from enum import Enum
from xml.sax.saxutils import escape


class PlistFormat(Enum):
    FMT_XML = 1
    FMT_BINARY = 2


FMT_XML, FMT_BINARY = PlistFormat.FMT_XML, PlistFormat.FMT_BINARY
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
"""
_EPOCH = datetime.datetime(2001, 1, 1)


class InvalidFileException(ValueError):
    def __init__(self, message="Invalid file"):
        ValueError.__init__(self, message)


class UID:
    def __init__(self, data):
        if not isinstance(data, int):
            raise TypeError("data must be an int")
        if not 0 <= data < 1 << 64:
            raise ValueError("UIDs cannot be >= 2**64" if data > 0 else "UIDs must be positive")
        self.data = data

    def __index__(self):
        return self.data

    def __repr__(self):
        return "UID(%r)" % self.data

    def __eq__(self, other):
        return self.data == other.data if isinstance(other, UID) else NotImplemented

    def __hash__(self):
        return hash(self.data)


def _pairs(value, sort_keys, skipkeys):
    pairs = []
    for key in sorted(value) if sort_keys else value:
        if isinstance(key, str):
            pairs.append((key, value[key]))
        elif not skipkeys:
            raise TypeError("keys must be strings")
    return pairs


def _text(value):
    for c in value:
        if c < " " and c not in "\t\n\r":
            raise ValueError("strings can't contain control characters; use bytes instead")
    return escape(value.replace("\r\n", "\n").replace("\r", "\n"))


def _xml(value, indent, sort_keys, skipkeys):
    tabs = "\t" * indent
    if isinstance(value, bool):
        return "%s<%s/>\n" % (tabs, "true" if value else "false")
    if isinstance(value, str):
        return "%s<string>%s</string>\n" % (tabs, _text(value))
    if isinstance(value, int):
        if not -1 << 63 <= value < 1 << 64:
            raise OverflowError(value)
        return "%s<integer>%d</integer>\n" % (tabs, value)
    if isinstance(value, float):
        return "%s<real>%r</real>\n" % (tabs, value)
    if isinstance(value, dict):
        inner = ["%s\t<key>%s</key>\n%s" % (tabs, _text(key), _xml(one, indent + 1, sort_keys, skipkeys)) for key, one in _pairs(value, sort_keys, skipkeys)]
        return "%s<dict>\n%s%s</dict>\n" % (tabs, "".join(inner), tabs) if value else tabs + "<dict/>\n"
    if isinstance(value, (bytes, bytearray)):
        width = max(16, 76 - 8 * indent) // 4 * 3
        lines = [tabs + b2a_base64(value[at:at + width]).decode() for at in range(0, len(value), width)]
        return "%s<data>\n%s%s</data>\n" % (tabs, "".join(lines), tabs)
    if isinstance(value, datetime.datetime):
        return "%s<date>%s</date>\n" % (tabs, value.strftime("%Y-%m-%dT%H:%M:%SZ"))
    if isinstance(value, (list, tuple)):
        inner = [_xml(one, indent + 1, sort_keys, skipkeys) for one in value]
        return "%s<array>\n%s%s</array>\n" % (tabs, "".join(inner), tabs) if inner else tabs + "<array/>\n"
    raise TypeError("unsupported type: %s" % type(value))


def _of_xml(element, kind):
    tag, text = element.tag, element.text or ""
    if tag == "dict":
        made = kind()
        children = list(element)
        for key, one in zip(children[::2], children[1::2]):
            if key.tag != "key":
                raise ValueError("unexpected element: " + key.tag)
            made[key.text or ""] = _of_xml(one, kind)
        if len(children) % 2:
            raise ValueError("missing value for key '%s'" % children[-1].text)
        return made
    if tag == "array":
        return [_of_xml(one, kind) for one in element]
    if tag in ("true", "false"):
        return tag == "true"
    if tag == "string":
        return text
    if tag == "integer":
        return int(text, 16) if text[:2].lower() == "0x" else int(text)
    if tag == "real":
        return float(text)
    if tag == "data":
        return a2b_base64(text)
    if tag == "date":
        return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
    raise ValueError("unknown element: " + tag)


# How many bytes a number takes.
def _room(n):
    return 1 if n < 1 << 8 else 2 if n < 1 << 16 else 4 if n < 1 << 32 else 8


def _sized(kind, n):
    if n < 15:
        return bytes([kind | n])
    room = _room(n)
    return bytes([kind | 15, 16 | {1: 0, 2: 1, 4: 2, 8: 3}[room]]) + n.to_bytes(room, "big")


# The objects in the order of their first use; what is equal and cannot change is there once.
def _flatten(value, objects, seen, sort_keys, skipkeys):
    plain = isinstance(value, (str, int, float, datetime.datetime, bytes))
    key = (type(value), value) if plain else id(value)
    if key in seen:
        return
    seen[key] = len(objects)
    objects.append(value)
    if isinstance(value, dict):
        pairs = _pairs(value, sort_keys, skipkeys)
        for one in [name for name, _ in pairs] + [one for _, one in pairs]:
            _flatten(one, objects, seen, sort_keys, skipkeys)
    elif isinstance(value, (list, tuple)):
        for one in value:
            _flatten(one, objects, seen, sort_keys, skipkeys)


def _binary(value, sort_keys, skipkeys):
    objects, seen = [], {}
    _flatten(value, objects, seen, sort_keys, skipkeys)
    width = _room(len(objects))

    def refs(values):
        found = []
        for one in values:
            plain = isinstance(one, (str, int, float, datetime.datetime, bytes))
            found.append(seen[(type(one), one) if plain else id(one)].to_bytes(width, "big"))
        return b"".join(found)

    data, places = b"bplist00", []
    for one in objects:
        places.append(len(data))
        if isinstance(one, bool):
            data += b"\x09" if one else b"\x08"
        elif isinstance(one, int):
            if one < 0:
                data += b"\x13" + struct.pack(">q", one)
            elif one < 1 << 63:
                room = _room(one)
                data += bytes([16 | {1: 0, 2: 1, 4: 2, 8: 3}[room]]) + one.to_bytes(room, "big")
            elif one < 1 << 64:
                data += b"\x14" + one.to_bytes(16, "big")
            else:
                raise OverflowError(one)
        elif isinstance(one, float):
            data += b"\x23" + struct.pack(">d", one)
        elif isinstance(one, datetime.datetime):
            data += b"\x33" + struct.pack(">d", (one - _EPOCH).total_seconds())
        elif isinstance(one, (bytes, bytearray)):
            data += _sized(0x40, len(one)) + one
        elif isinstance(one, str):
            wide = one.encode("utf-16-be")
            data += _sized(0x50, len(one)) + one.encode() if one.isascii() else _sized(0x60, len(wide) // 2) + wide
        elif isinstance(one, UID):
            room = _room(one.data)
            data += bytes([0x80 | room - 1]) + one.data.to_bytes(room, "big")
        elif isinstance(one, dict):
            pairs = _pairs(one, sort_keys, skipkeys)
            data += _sized(0xD0, len(pairs)) + refs([name for name, _ in pairs]) + refs([value for _, value in pairs])
        elif isinstance(one, (list, tuple)):
            data += _sized(0xA0, len(one)) + refs(one)
        else:
            raise TypeError(one)
    at, room = len(data), _room(len(data))
    table = b"".join([place.to_bytes(room, "big") for place in places])
    return data + table + struct.pack(">5xBBBQQQ", 0, room, width, len(objects), 0, at)


class _Reader:
    def __init__(self, data, kind):
        if len(data) < 40:
            raise InvalidFileException()
        self.data, self.kind, self.made, self.inside = data, kind, {}, []
        room, self.width, count, top, table = struct.unpack(">BBQQQ", data[-26:])
        if not (room and self.width and count and table + count * room <= len(data) - 32):
            raise InvalidFileException()
        self.places = [int.from_bytes(data[at:at + room], "big") for at in range(table, table + count * room, room)]
        self.top = top

    def bytes(self, at, n):
        found = self.data[at:at + n]
        if len(found) < n:
            raise InvalidFileException()
        return found

    def number(self, at, n):
        return int.from_bytes(self.bytes(at, n), "big")

    def refs(self, at, n):
        return [self.number(at + i * self.width, self.width) for i in range(n)]

    def object(self, ref):
        if ref in self.made:
            return self.made[ref]
        if ref >= len(self.places) or ref in self.inside:
            raise InvalidFileException()
        self.inside.append(ref)
        made = self.made[ref] = self.read(self.places[ref])
        self.inside.pop()
        return made

    def read(self, at):
        mark = self.number(at, 1)
        kind, n = mark & 0xF0, mark & 15
        at += 1
        if mark in (0, 8, 9):
            return {0: None, 8: False, 9: True}[mark]
        if kind == 0x10:
            return int.from_bytes(self.bytes(at, 1 << n), "big", signed=n >= 3)
        if mark in (0x22, 0x23):
            return struct.unpack(">f" if mark == 0x22 else ">d", self.bytes(at, 1 << n))[0]
        if mark == 0x33:
            return _EPOCH + datetime.timedelta(seconds=struct.unpack(">d", self.bytes(at, 8))[0])
        if kind == 0x80:
            return UID(self.number(at, n + 1))
        if n == 15:
            room = 1 << (self.number(at, 1) & 15)
            n = self.number(at + 1, room)
            at += 1 + room
        if kind == 0x40:
            return self.bytes(at, n)
        if kind == 0x50:
            return self.bytes(at, n).decode("ascii")
        if kind == 0x60:
            return self.bytes(at, 2 * n).decode("utf-16-be")
        if kind == 0xA0:
            return [self.object(ref) for ref in self.refs(at, n)]
        if kind == 0xD0:
            made = self.kind()
            for key, ref in zip(self.refs(at, n), self.refs(at + n * self.width, n)):
                made[self.object(key)] = self.object(ref)
            return made
        raise InvalidFileException()


def loads(value, *, fmt=None, dict_type=dict):
    value = bytes(value)
    if fmt is FMT_BINARY or fmt is None and value[:8] == b"bplist00":
        reader = _Reader(value, dict_type)
        return reader.object(reader.top)
    if fmt is None and value.lstrip(b"\xef\xbb\xbf")[:5] not in (b"<?xml", b"<plis"):
        raise InvalidFileException()
    from xml.etree.ElementTree import fromstring

    root = fromstring(value)
    return _of_xml(root[0] if root.tag == "plist" else root, dict_type) if len(root) or root.tag != "plist" else None


def load(fp, *, fmt=None, dict_type=dict):
    return loads(fp.read(), fmt=fmt, dict_type=dict_type)


def dumps(value, *, fmt=FMT_XML, skipkeys=False, sort_keys=True):
    if fmt not in (FMT_XML, FMT_BINARY):
        raise ValueError("Unsupported format: %r" % (fmt,))
    if fmt is FMT_BINARY:
        return _binary(value, sort_keys, skipkeys)
    return (_HEAD + _xml(value, 0, sort_keys, skipkeys) + "</plist>\n").encode()


def dump(value, fp, *, fmt=FMT_XML, sort_keys=True, skipkeys=False):
    fp.write(dumps(value, fmt=fmt, skipkeys=skipkeys, sort_keys=sort_keys))
