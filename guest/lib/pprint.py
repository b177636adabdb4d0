"""pprint."""

import collections
import sys


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def saferepr(object):
    return PrettyPrinter()._repr(object, (), 0)


def isreadable(object):
    return "<" not in saferepr(object)


def isrecursive(object):
    return "<Recursion on" in saferepr(object)


def _shown_as(cls, base):
    # As the built-in type shows it: no class in between has a __repr__.
    for c in cls.__mro__:
        if c is base:
            return True
        if "__repr__" in c.__dict__:
            return False
    return False


class _Key:
    """Orders anything: by value where that can be, else by type."""

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


class _PairKey(_Key):
    def __lt__(self, other):
        a, b = self.value, other.value
        try:
            return a < b
        except TypeError:
            if _Key(a[0]) < _Key(b[0]):
                return True
            return not _Key(b[0]) < _Key(a[0]) and _Key(a[1]) < _Key(b[1])


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        (self._stream or sys.stdout).write(self.pformat(object) + "\n")

    def pformat(self, object):
        out = []
        self._format(object, out, 0, 0, (), 0)
        return "".join(out)

    def format(self, object, context, maxlevels, level):
        return self._repr(object, (), level), True, False

    def isreadable(self, object):
        return isreadable(object)

    def isrecursive(self, object):
        return isrecursive(object)

    def _items(self, mapping):
        items = list(mapping.items())
        return sorted(items, key=_PairKey) if self._sort else items

    def _repr(self, x, context, level):
        cls = type(x)
        if _shown_as(cls, dict) or _shown_as(cls, list) or _shown_as(cls, tuple):
            if not x:
                return "{}" if isinstance(x, dict) else "[]" if isinstance(x, list) else "()"
            if self._depth and level >= self._depth:
                return "{...}" if isinstance(x, dict) else "[...]" if isinstance(x, list) else "(...)"
            if id(x) in context:
                return "<Recursion on %s with id=%s>" % (cls.__name__, id(x))
            context = context + (id(x),)
            if isinstance(x, dict):
                parts = ["%s: %s" % (self._repr(key, context, level + 1), self._repr(value, context, level + 1))
                         for key, value in self._items(x)]
                return "{%s}" % ", ".join(parts)
            parts = [self._repr(item, context, level + 1) for item in x]
            if isinstance(x, list):
                return "[%s]" % ", ".join(parts)
            return "(%s,)" % parts[0] if len(parts) == 1 else "(%s)" % ", ".join(parts)
        if self._underscores and cls is int:
            return "{:_d}".format(x)
        return repr(x)

    def _format(self, x, out, indent, allowance, context, level):
        if id(x) in context:
            out.append("<Recursion on %s with id=%s>" % (type(x).__name__, id(x)))
            return
        text = self._repr(x, context, level)
        if len(text) <= self._width - indent - allowance:
            out.append(text)
            return
        method = self._method(x)
        if method is None or self._depth and level >= self._depth:
            out.append(text)
            return
        method(x, out, indent, allowance, context + (id(x),), level + 1)

    def _method(self, x):
        cls = type(x)
        if isinstance(x, collections.OrderedDict):
            return self._ordered
        if isinstance(x, (collections.defaultdict, collections.Counter)):
            return self._named_dict
        for base, method in ((dict, self._dict), (list, self._list), (tuple, self._tuple), (set, self._set),
                             (frozenset, self._set), (str, self._str)):
            if _shown_as(cls, base):
                return method
        if isinstance(x, collections.deque):
            return self._deque
        if hasattr(cls, "__dataclass_fields__") and not isinstance(x, type) and cls.__dataclass_params__.repr:
            return self._dataclass
        if cls.__name__ == "SimpleNamespace":
            return self._namespace
        return None

    def _dict(self, x, out, indent, allowance, context, level):
        out.append("{" + " " * (self._indent - 1))
        items = self._items(x)
        indent += self._indent
        for i, (key, value) in enumerate(items):
            if i:
                out.append(",\n" + " " * indent)
            text = self._repr(key, context, level)
            out.append(text + ": ")
            last = i == len(items) - 1
            self._format(value, out, indent + len(text) + 2, allowance + 1 if last else 1, context, level)
        out.append("}")

    def _ordered(self, x, out, indent, allowance, context, level):
        out.append("OrderedDict(")
        self._list(list(x.items()), out, indent + 12, allowance + 1, context, level)
        out.append(")")

    def _named_dict(self, x, out, indent, allowance, context, level):
        name = type(x).__name__
        if isinstance(x, collections.Counter):
            head = name + "({"
            out.append(head + " " * max(self._indent - 1, 0))
            items = x.most_common()
            inner = indent + len(name) + 1 + self._indent
            for i, (key, value) in enumerate(items):
                if i:
                    out.append(",\n" + " " * inner)
                text = self._repr(key, context, level)
                out.append(text + ": ")
                self._format(value, out, inner + len(text) + 2, allowance + 2 if i == len(items) - 1 else 1, context, level)
            out.append("})")
            return
        indent += len(name) + 1
        out.append("%s(%s,\n%s" % (name, self._repr(x.default_factory, context, level), " " * indent))
        self._dict(x, out, indent, allowance + 1, context, level)
        out.append(")")

    def _sequence(self, items, out, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            out.append(" " * (self._indent - 1))
        width = room = self._width - indent + 1
        delimiter = ""
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                w = len(text) + 2
                if width < w:
                    width = room
                    if delimiter:
                        delimiter = ",\n" + " " * indent
                if width >= w:
                    width -= w
                    out.append(delimiter)
                    delimiter = ", "
                    out.append(text)
                    continue
            out.append(delimiter)
            delimiter = ",\n" + " " * indent
            self._format(item, out, indent, allowance if last else 1, context, level)

    def _list(self, x, out, indent, allowance, context, level):
        out.append("[")
        self._sequence(x, out, indent, allowance + 1, context, level)
        out.append("]")

    def _tuple(self, x, out, indent, allowance, context, level):
        out.append("(")
        end = ",)" if len(x) == 1 else ")"
        self._sequence(x, out, indent, allowance + len(end), context, level)
        out.append(end)

    def _set(self, x, out, indent, allowance, context, level):
        if type(x) is set:
            head, end = "{", "}"
        else:
            head, end = type(x).__name__ + "({", "})"
            indent += len(type(x).__name__) + 1
        out.append(head)
        self._sequence(sorted(x, key=_Key), out, indent, allowance + len(end), context, level)
        out.append(end)

    def _deque(self, x, out, indent, allowance, context, level):
        out.append("deque([")
        indent += 6
        if x.maxlen is None:
            self._sequence(list(x), out, indent, allowance + 2, context, level)
            out.append("])")
        else:
            self._sequence(list(x), out, indent, 2, context, level)
            out.append("],\n%smaxlen=%d)" % (" " * indent, x.maxlen))

    def _str(self, x, out, indent, allowance, context, level):
        lines = x.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        width = self._width - indent
        chunks = []
        for i, line in enumerate(lines):
            last = i == len(lines) - 1
            if len(repr(line)) <= width - (allowance if last else 0):
                chunks.append(repr(line))
                continue
            current = ""
            parts = _words(line)
            for j, part in enumerate(parts):
                candidate = current + part
                room = width - (allowance if last and j == len(parts) - 1 else 0)
                if len(repr(candidate)) > room:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(chunks[0])
            return
        text = ("\n" + " " * indent).join(chunks)
        out.append("(%s)" % text if level == 1 else text)

    def _fields(self, name, pairs, out, indent, allowance, context, level):
        out.append(name + "(")
        indent += len(name) + 1
        for i, (key, value) in enumerate(pairs):
            if i:
                out.append(",\n" + " " * indent)
            out.append(key + "=")
            self._format(value, out, indent + len(key) + 1, allowance if i == len(pairs) - 1 else 1, context, level)
        out.append(")")

    def _dataclass(self, x, out, indent, allowance, context, level):
        pairs = [(name, getattr(x, name)) for name, f in type(x).__dataclass_fields__.items() if f.repr]
        self._fields(type(x).__name__, pairs, out, indent, allowance, context, level)

    def _namespace(self, x, out, indent, allowance, context, level):
        self._fields("namespace", list(x.__dict__.items()), out, indent, allowance, context, level)


def _words(line):
    # Each word with the blanks that follow it.
    words = []
    start = i = 0
    while i < len(line):
        while i < len(line) and line[i] not in " \t\n\r":
            i += 1
        while i < len(line) and line[i] in " \t\n\r":
            i += 1
        words.append(line[start:i])
        start = i
    return words
