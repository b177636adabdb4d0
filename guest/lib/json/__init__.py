import _json


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        super().__init__("%s: line %d column %d (char %d)" % (msg, self.lineno, self.colno, pos))

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError("Object of type %s is not JSON serializable" % type(o).__name__)

    def encode(self, o):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        return _json.write(o, self.default, indent, self.item_separator, self.key_separator, self.skipkeys,
                           self.ensure_ascii, self.check_circular, self.allow_nan, self.sort_keys)

    def iterencode(self, o, _one_shot=False):
        yield self.encode(o)


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.object_pairs_hook = object_pairs_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict

    def _read(self, s, start, whole):
        return _json.read(s, start, whole, self.strict, self.object_hook, self.object_pairs_hook,
                          self.parse_float, self.parse_int, self.parse_constant)

    def decode(self, s):
        return self._read(s, 0, True)

    def raw_decode(self, s, idx=0):
        return self._read(s, idx, False)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None,
          indent=None, separators=None, default=None, sort_keys=False, **kw):
    if cls is not None:
        return cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
                   allow_nan=allow_nan, indent=indent, separators=separators, default=default,
                   sort_keys=sort_keys, **kw).encode(obj)
    if separators is None:
        comma = ", " if indent is None else ","
        colon = ": "
    else:
        comma, colon = separators
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent
    return _json.write(obj, default, indent, comma, colon, skipkeys, ensure_ascii, check_circular, allow_nan, sort_keys)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


def _encoding(start):
    if start[:3] == b"\xef\xbb\xbf":
        return "utf-8-sig"
    if start in (b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        return "utf-32"
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    # Where the zeros are of characters that are ASCII.
    if start[:1] == b"\0":
        return "utf-16-be" if start[1:2] != b"\0" else "utf-32-be"
    if len(start) > 1 and start[1] == 0:
        return "utf-16-le" if len(start) == 2 or start[2] or start[3:4] > b"\0" else "utf-32-le"
    return "utf-8"


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = bytes(s)
        s = str(s, _encoding(s[:4]))
    else:
        raise TypeError("the JSON object must be str, bytes or bytearray, not " + type(s).__name__)
    if cls is not None:
        for name, value in (("object_hook", object_hook), ("object_pairs_hook", object_pairs_hook),
                            ("parse_float", parse_float), ("parse_int", parse_int), ("parse_constant", parse_constant)):
            if value is not None:
                kw[name] = value
        return cls(**kw).decode(s)
    return _json.read(s, 0, True, kw.pop("strict", True), object_hook, object_pairs_hook, parse_float, parse_int, parse_constant)


def load(fp, **kw):
    return loads(fp.read(), **kw)
