# Protocol 4 and below, of plain data and of classes that a program has itself.
# What is unpickled may call what the program could call: that is all there is.
import struct
import sys
from copy import _reduced, _set_state

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


def _find(module, name):
    if module == "__main__" and module not in sys.modules:
        import __main__ as found
    else:
        found = __import__(_RENAMED.get(module, module), None, None, ["x"])
    for part in name.split("."):
        found = getattr(found, part)
    return found


_RENAMED = {"__builtin__": "builtins", "copy_reg": "copyreg", "_io": "io"}


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        self._file = file
        self.proto = DEFAULT_PROTOCOL if protocol is None else HIGHEST_PROTOCOL if protocol < 0 else protocol
        if not 0 <= self.proto <= HIGHEST_PROTOCOL:
            raise ValueError("pickle protocol must be <= %d" % HIGHEST_PROTOCOL)
        self.memo = {}

    def clear_memo(self):
        self.memo = {}

    def dump(self, obj):
        self._out = bytearray(b"\x80\x04")
        self._save(obj)
        self._out += b"."
        self._file.write(bytes(self._out))

    def _remember(self, obj):
        # The object is kept, so that its id is not another's meanwhile.
        self.memo[id(obj)] = len(self.memo), obj
        self._out += b"\x94"

    def _save(self, obj):
        out = self._out
        if obj is None:
            out += b"N"
        elif obj is True:
            out += b"\x88"
        elif obj is False:
            out += b"\x89"
        elif type(obj) is int:
            self._save_int(obj)
        elif type(obj) is float:
            out += b"G" + struct.pack(">d", obj)
        elif id(obj) in self.memo:
            self._get(self.memo[id(obj)][0])
        else:
            save = _SAVERS.get(type(obj))
            if save is not None:
                save(self, obj)
            else:
                self._save_other(obj)

    def _get(self, n):
        self._out += b"h" + bytes([n]) if n < 256 else b"j" + struct.pack("<I", n)

    def _save_int(self, n):
        if 0 <= n < 256:
            self._out += b"K" + bytes([n])
        elif 0 <= n < 65536:
            self._out += b"M" + struct.pack("<H", n)
        elif -(1 << 31) <= n < 1 << 31:
            self._out += b"J" + struct.pack("<i", n)
        else:
            size = len(bin(n)) // 8 + 1
            while size > 1 and -(1 << 8 * size - 9) <= n < 1 << 8 * size - 9:
                size -= 1
            data = (n if n >= 0 else n + (1 << 8 * size)).to_bytes(size, "little")
            self._out += (b"\x8a" + bytes([size]) if size < 256 else b"\x8b" + struct.pack("<i", size)) + data

    def _sized(self, data, short, medium, long):
        n = len(data)
        if n < 256 and short:
            self._out += short + bytes([n])
        elif n < 1 << 32:
            self._out += medium + struct.pack("<I", n)
        else:
            self._out += long + struct.pack("<Q", n)
        self._out += data

    def _save_str(self, s):
        self._sized(s.encode(), b"\x8c", b"X", b"\x8d")
        self._remember(s)

    def _save_bytes(self, b):
        self._sized(b, b"C", b"B", b"\x8e")
        self._remember(b)

    def _save_bytearray(self, b):
        self._save_reduced(b, bytearray, (bytes(b),))

    def _save_tuple(self, t):
        if not t:
            self._out += b")"
            return
        if len(t) > 3:
            self._out += b"("
        for x in t:
            self._save(x)
        if id(t) in self.memo:
            # It contains itself: what it was made of is dropped again.
            self._out += b"1" if len(t) > 3 else b"0" * len(t)
            self._get(self.memo[id(t)][0])
            return
        self._out += b"t" if len(t) > 3 else (b"\x85", b"\x86", b"\x87")[len(t) - 1]
        self._remember(t)

    def _save_list(self, items):
        self._out += b"]"
        self._remember(items)
        self._append(items)

    def _append(self, items):
        items = list(items)
        for i in range(0, len(items), 1000):
            self._out += b"("
            for x in items[i:i + 1000]:
                self._save(x)
            self._out += b"e"

    def _save_dict(self, d):
        self._out += b"}"
        self._remember(d)
        self._set_items(d.items())

    def _set_items(self, items):
        items = list(items)
        for i in range(0, len(items), 1000):
            self._out += b"("
            for key, value in items[i:i + 1000]:
                self._save(key)
                self._save(value)
            self._out += b"u"

    def _save_set(self, s):
        self._out += b"\x8f"
        self._remember(s)
        self._out += b"("
        for x in list(s):
            self._save(x)
        self._out += b"\x90"

    def _save_frozenset(self, s):
        self._out += b"("
        for x in s:
            self._save(x)
        self._out += b"\x91"
        self._remember(s)

    def _save_global(self, obj, name=None):
        name = name or getattr(obj, "__qualname__", None) or obj.__name__
        module = getattr(obj, "__module__", None)
        if module is None:
            module = "builtins"
            import builtins

            if not hasattr(builtins, name):
                module = "__main__"
        if ".<locals>." in name:
            raise AttributeError("Can't pickle local object %r" % name)
        try:
            found = _find(module, name)
        except (ImportError, AttributeError):
            raise PicklingError("Can't pickle %r: attribute lookup %s on %s failed" % (obj, name, module))
        if found is not obj:
            raise PicklingError("Can't pickle %r: it's not the same object as %s.%s" % (obj, module, name))
        self._save(module)
        self._save(name)
        self._out += b"\x93"
        self._remember(obj)

    def _save_other(self, obj):
        cls = type(obj)
        reduced = obj.__qualname__ if isinstance(obj, type) else _reduced(obj, cls, self.proto)
        if isinstance(reduced, str):
            self._save_global(obj, reduced)
        elif isinstance(reduced, tuple) and 2 <= len(reduced) <= 6:
            self._save_reduced(obj, *reduced)
        else:
            raise PicklingError("%r.__reduce_ex__() must return a string or tuple" % cls)

    def _save_reduced(self, obj, function, args, state=None, items=None, pairs=None, set_state=None):
        name = getattr(function, "__name__", "")
        if name == "__newobj__":
            args, op = (args[0], args[1:]), b"\x81"
        elif name == "__newobj_ex__":
            op = b"\x92"
        else:
            args, op = (function, args), b"R"
        for part in args:
            self._save(part)
        self._out += op
        if id(obj) in self.memo:
            # What it was made of contains it.
            self._out += b"0"
            self._get(self.memo[id(obj)][0])
            return
        self._remember(obj)
        if items is not None:
            self._append(items)
        if pairs is not None:
            self._set_items(pairs)
        if set_state is not None:
            for part in (set_state, obj, state):
                self._save(part)
            self._out += b"\x86R0"
        elif state is not None:
            self._save(state)
            self._out += b"b"


_SAVERS = {
    str: Pickler._save_str, bytes: Pickler._save_bytes, bytearray: Pickler._save_bytearray, tuple: Pickler._save_tuple,
    list: Pickler._save_list, dict: Pickler._save_dict, set: Pickler._save_set, frozenset: Pickler._save_frozenset,
}


class _Mark:
    pass


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        self._file = file
        self.memo = {}

    def find_class(self, module, name):
        try:
            return _find(module, name)
        except AttributeError:
            raise AttributeError("Can't get attribute %r on <module %r>" % (name, module))

    def persistent_load(self, pid):
        raise UnpicklingError("unsupported persistent id encountered")

    def _read(self, n):
        data = self._file.read(n)
        if len(data) < n:
            raise EOFError("Ran out of input") if not self._started else UnpicklingError("pickle data was truncated")
        self._started = True
        return data

    def _number(self, format, n):
        return struct.unpack(format, self._read(n))[0]

    def _line(self):
        out = bytearray()
        while True:
            c = self._read(1)
            if c == b"\n":
                return out.decode()
            out += c

    def _from_mark(self):
        stack = self._stack
        for i in range(len(stack) - 1, -1, -1):
            if stack[i] is _Mark:
                items = stack[i + 1:]
                del stack[i:]
                return items
        raise UnpicklingError("unexpected MARK found")

    def load(self):
        self._stack = []
        self._started = False
        try:
            while True:
                op = self._read(1)[0]
                if op == 0x2E:
                    return self._stack.pop()
                do = _LOADERS.get(op)
                if do is None:
                    raise UnpicklingError("invalid load key, '%s'." % (chr(op) if 32 <= op < 127 else "\\x%02x" % op))
                do(self, self._stack)
        except IndexError:
            raise UnpicklingError("unpickling stack underflow")


def _global(u, s):
    module = u._line()
    s.append(u.find_class(module, u._line()))


def _stack_global(u, s):
    name = s.pop()
    module = s.pop()
    if not isinstance(name, str) or not isinstance(module, str):
        raise UnpicklingError("STACK_GLOBAL requires str")
    s.append(u.find_class(module, name))


def _newobj(u, s):
    args = s.pop()
    cls = s.pop()
    s.append(_new(cls, args, {}))


def _newobj_ex(u, s):
    options = s.pop()
    args = s.pop()
    s.append(_new(s.pop(), args, options))


def _new(cls, args, options):
    if not isinstance(cls, type):
        raise UnpicklingError("NEWOBJ class argument must be a type, not " + type(cls).__name__)
    return cls.__new__(cls, *args, **options)


def _reduce(u, s):
    args = s.pop()
    s.append(s.pop()(*args))


def _build(u, s):
    state = s.pop()
    _set_state(s[-1], state)


def _append(u, s):
    value = s.pop()
    s[-1].append(value)


def _appends(u, s):
    items = u._from_mark()
    s[-1].extend(items)


def _setitem(u, s):
    value = s.pop()
    key = s.pop()
    s[-1][key] = value


def _setitems(u, s):
    items = u._from_mark()
    d = s[-1]
    for i in range(0, len(items), 2):
        d[items[i]] = items[i + 1]


def _additems(u, s):
    items = u._from_mark()
    for x in items:
        s[-1].add(x)


def _make_dict(u, s):
    items = u._from_mark()
    s.append({items[i]: items[i + 1] for i in range(0, len(items), 2)})


def _tuple(n):
    def make(u, s):
        if len(s) < n:
            raise IndexError
        items = tuple(s[-n:])
        del s[-n:]
        s.append(items)

    return make


def _put(u, s, n):
    u.memo[n] = s[-1]


def _get(u, s, n):
    if n not in u.memo:
        raise UnpicklingError("Memo value not found at index %d" % n)
    s.append(u.memo[n])


def _int(u, s):
    text = u._line()
    s.append(text == "01" if text in ("00", "01") else int(text))


def _long(u, s, n):
    data = u._read(n)
    value = int.from_bytes(data, "little")
    s.append(value - (1 << 8 * n) if n and data[-1] & 128 else value)


def _string(u, s):
    text = u._line()
    s.append(text[1:-1])


def _skip(n):
    return lambda u, s: u._read(n) and None


_LOADERS = {
    0x28: lambda u, s: s.append(_Mark), 0x30: lambda u, s: s.pop(), 0x31: lambda u, s: u._from_mark() and None, 0x32: lambda u, s: s.append(s[-1]),
    0x80: _skip(1), 0x95: _skip(8), 0x4E: lambda u, s: s.append(None), 0x88: lambda u, s: s.append(True), 0x89: lambda u, s: s.append(False),
    0x4B: lambda u, s: s.append(u._read(1)[0]), 0x4D: lambda u, s: s.append(u._number("<H", 2)), 0x4A: lambda u, s: s.append(u._number("<i", 4)),
    0x8A: lambda u, s: _long(u, s, u._read(1)[0]), 0x8B: lambda u, s: _long(u, s, u._number("<i", 4)), 0x47: lambda u, s: s.append(u._number(">d", 8)),
    0x49: _int, 0x4C: lambda u, s: s.append(int(u._line().rstrip("L"))), 0x46: lambda u, s: s.append(float(u._line())), 0x53: _string, 0x56: lambda u, s: s.append(u._line()),
    0x8C: lambda u, s: s.append(u._read(u._read(1)[0]).decode()), 0x58: lambda u, s: s.append(u._read(u._number("<I", 4)).decode()), 0x8D: lambda u, s: s.append(u._read(u._number("<Q", 8)).decode()),
    0x43: lambda u, s: s.append(u._read(u._read(1)[0])), 0x42: lambda u, s: s.append(u._read(u._number("<I", 4))), 0x8E: lambda u, s: s.append(u._read(u._number("<Q", 8))),
    0x96: lambda u, s: s.append(bytearray(u._read(u._number("<Q", 8)))),
    0x29: lambda u, s: s.append(()), 0x85: _tuple(1), 0x86: _tuple(2), 0x87: _tuple(3), 0x74: lambda u, s: s.append(tuple(u._from_mark())),
    0x5D: lambda u, s: s.append([]), 0x6C: lambda u, s: s.append(u._from_mark()), 0x61: _append, 0x65: _appends,
    0x7D: lambda u, s: s.append({}), 0x64: _make_dict, 0x73: _setitem, 0x75: _setitems,
    0x8F: lambda u, s: s.append(set()), 0x90: _additems, 0x91: lambda u, s: s.append(frozenset(u._from_mark())),
    0x94: lambda u, s: _put(u, s, len(u.memo)), 0x71: lambda u, s: _put(u, s, u._read(1)[0]), 0x72: lambda u, s: _put(u, s, u._number("<I", 4)), 0x70: lambda u, s: _put(u, s, int(u._line())),
    0x68: lambda u, s: _get(u, s, u._read(1)[0]), 0x6A: lambda u, s: _get(u, s, u._number("<I", 4)), 0x67: lambda u, s: _get(u, s, int(u._line())),
    0x63: _global, 0x93: _stack_global, 0x81: _newobj, 0x92: _newobj_ex, 0x52: _reduce, 0x62: _build,
    0x51: lambda u, s: s.append(u.persistent_load(s.pop())), 0x50: lambda u, s: s.append(u.persistent_load(u._line())),
}


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    from io import BytesIO

    out = BytesIO()
    Pickler(out, protocol).dump(obj)
    return out.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return Unpickler(file).load()


def loads(data, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    from io import BytesIO

    return Unpickler(BytesIO(data)).load()
