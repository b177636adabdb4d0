import _struct
from _struct import calcsize, pack


class error(Exception):
    pass


def unpack(format, buffer):
    return _struct.unpack(format, buffer, 0, True)


def unpack_from(format, buffer, offset=0):
    return _struct.unpack(format, buffer, offset, False)


def pack_into(format, buffer, offset, *values):
    size = calcsize(format)
    buffer = memoryview(buffer).cast("B")
    room = len(buffer)
    if offset < 0:
        if offset + size > 0:
            raise error("no space to pack %d bytes at offset %d" % (size, offset))
        if offset + room < 0:
            raise error("offset %d out of range for %d-byte buffer" % (offset, room))
        offset += room
    if room - offset < size:
        raise error("pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d (actual buffer size is %d)"
                    % (size + offset, size, offset, room))
    buffer[offset:offset + size] = pack(format, *values)


def iter_unpack(format, buffer):
    size = calcsize(format)
    if not size:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(buffer) % size:
        raise error("iterative unpacking requires a buffer of a multiple of %d bytes" % size)
    return iter([_struct.unpack(format, buffer, i, False) for i in range(0, len(buffer), size)])


class Struct:
    def __init__(self, format):
        self.format = format.decode() if isinstance(format, bytes) else format
        self.size = calcsize(format)

    def pack(self, *values):
        return pack(self.format, *values)

    def pack_into(self, buffer, offset, *values):
        pack_into(self.format, buffer, offset, *values)

    def unpack(self, buffer):
        return _struct.unpack(self.format, buffer, 0, True)

    def unpack_from(self, buffer, offset=0):
        return _struct.unpack(self.format, buffer, offset, False)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)
