"""ctypes: numbers as C has them, and arrays of them. There is no machine code to call."""

import struct as _struct

import _outside

_WHY = "there is no machine code to call in this sandbox: %s is not available"


class _Kind(type):
    def __mul__(cls, length):
        if length < 0:
            raise ValueError("Array length must be >= 0, not %d" % length)
        name = "%s_Array_%d" % (cls.__name__, length)
        return _Kind(name, (Array,), {"_type_": cls, "_length_": length, "_size": cls._size * length})

    __rmul__ = __mul__


class _Data(metaclass=_Kind):
    _size = 0


class _SimpleCData(_Data):
    _type_ = "O"
    _zero = 0

    def __init__(self, value=None):
        self.value = self._zero if value is None else value

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self.value)

    def __bool__(self):
        return bool(self.value)

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = self._taken(value)

    def _taken(self, value):
        return value


# Integers wrap around as those of C do.
class _Int(_SimpleCData):
    def _taken(self, value):
        if not isinstance(value, int):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
        bits = 8 * self._size
        value &= (1 << bits) - 1
        return value - (1 << bits) if self._type_.islower() and value >> bits - 1 else int(value)


class _Float(_SimpleCData):
    _zero = 0.0

    def _taken(self, value):
        if not isinstance(value, (int, float)):
            raise TypeError("must be real number, not %s" % type(value).__name__)
        return _struct.unpack(self._type_, _struct.pack(self._type_, value))[0]


class c_bool(_SimpleCData):
    _type_, _size, _zero = "?", 1, False

    def _taken(self, value):
        return bool(value)


class c_char(_SimpleCData):
    _type_, _size, _zero = "c", 1, b"\0"

    def _taken(self, value):
        if isinstance(value, int):
            value = bytes([value])
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise TypeError("one character bytes, bytearray or integer expected")
        return bytes(value)


class c_wchar(_SimpleCData):
    _type_, _size, _zero = "u", 4, "\0"


class c_char_p(_SimpleCData):
    _type_, _size, _zero = "z", 8, None

    def _taken(self, value):
        if not isinstance(value, (bytes, type(None))):
            raise TypeError("bytes or integer address expected instead of %s instance" % type(value).__name__)
        return value


class c_wchar_p(_SimpleCData):
    _type_, _size, _zero = "Z", 8, None


class c_void_p(_SimpleCData):
    _type_, _size, _zero = "P", 8, None


class py_object(_SimpleCData):
    _type_, _size, _zero = "O", 8, None

    def __repr__(self):
        return "py_object(%r)" % (self.value,)


def _numbers():
    made = {}
    for kind, base, names in (("b", _Int, "c_byte c_int8"), ("B", _Int, "c_ubyte c_uint8"), ("h", _Int, "c_short c_int16"),
                              ("H", _Int, "c_ushort c_uint16"), ("i", _Int, "c_int c_int32"), ("I", _Int, "c_uint c_uint32"),
                              ("q", _Int, "c_long c_longlong c_int64 c_ssize_t c_time_t"),
                              ("Q", _Int, "c_ulong c_ulonglong c_uint64 c_size_t"), ("f", _Float, "c_float"),
                              ("d", _Float, "c_double c_longdouble")):
        names = names.split()
        cls = _Kind(names[0], (base,), {"_type_": kind, "_size": _struct.calcsize("=" + kind), "__module__": "ctypes"})
        for name in names:
            made[name] = cls
    return made


globals().update(_numbers())


class Array(_Data):
    _type_ = _SimpleCData
    _length_ = 0

    def __init__(self, *values):
        if len(values) > self._length_:
            raise IndexError("invalid index")
        self._items = [self._type_() for _ in range(self._length_)]
        if self._type_ is py_object:
            self._items = [None] * self._length_
        for i, value in enumerate(values):
            self[i] = value

    def __len__(self):
        return self._length_

    def _out(self, item):
        if self._type_ is py_object and item is None:
            raise ValueError("PyObject is NULL")
        return item.value if isinstance(item, _SimpleCData) else item

    def __getitem__(self, at):
        if isinstance(at, slice):
            found = [self._out(item) for item in self._items[at]]
            return b"".join(found) if self._type_ is c_char else found
        if not -self._length_ <= at < self._length_:
            raise IndexError("invalid index")
        return self._out(self._items[at])

    def __setitem__(self, at, value):
        if isinstance(at, slice):
            places = range(self._length_)[at]
            if len(places) != len(value):
                raise ValueError("Can only assign sequence of same size")
            for i, one in zip(places, value):
                self[i] = one
            return
        if not -self._length_ <= at < self._length_:
            raise IndexError("invalid index")
        self._items[at] = value if isinstance(value, _Data) else self._type_(value)

    def __iter__(self):
        for item in self._items:
            yield self._out(item)

    @property
    def raw(self):
        return b"".join([item.value for item in self._items])

    @property
    def value(self):
        return self.raw.partition(b"\0")[0]

    @value.setter
    def value(self, value):
        if len(value) > self._length_:
            raise ValueError("byte string too long")
        for i, c in enumerate(value + b"\0" * (len(value) < self._length_)):
            self._items[i] = c_char(c)


def create_string_buffer(init, size=None):
    if isinstance(init, int):
        return (c_char * init)()
    buffer = (c_char * (size or len(init) + 1))()
    buffer.value = init
    return buffer


def sizeof(thing):
    return thing._size


def pointer(thing):
    return _outside.refusal(_WHY, "ctypes.pointer")()


Structure = _outside.absent_class(_WHY, "ctypes", "Structure", "", (_Data,))
Union = _outside.absent_class(_WHY, "ctypes", "Union", "", (_Data,))
CDLL = _outside.absent_class(_WHY, "ctypes", "CDLL", "")
PyDLL = _outside.absent_class(_WHY, "ctypes", "PyDLL", "", (CDLL,))


class LibraryLoader:
    def __init__(self, dlltype):
        self._dlltype = dlltype

    def LoadLibrary(self, name):
        return self._dlltype(name)

    def __getattr__(self, name):
        return self._dlltype(name)


class ArgumentError(Exception):
    pass


cdll = LibraryLoader(CDLL)
pydll = LibraryLoader(PyDLL)
_outside.functions(globals(), _WHY, "CFUNCTYPE PYFUNCTYPE POINTER addressof byref cast memmove memset string_at get_errno set_errno")
