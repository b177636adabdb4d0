"""pprint."""

import collections
import io
import re
import sys
import types


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


def _kind(cls):
    """The class whose __repr__ shows it, if that is one of those that are broken into lines."""
    for c in cls.__mro__:
        if c in _WAYS:
            return c
        if "__repr__" in c.__dict__:
            return None
    return None


def _has_made_repr(cls):
    """Whether @dataclass has written the method that shows it."""
    if not hasattr(cls, "__dataclass_fields__") or not cls.__dataclass_params__.repr:
        return False
    return "_printing" in getattr(cls.__repr__, "__globals__", ())


def _recursion(object):
    return "<Recursion on %s with id=%s>" % (type(object).__name__, id(object))


class _Key:
    """Orders anything: by value where that can be, else by type."""

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _pair_key(pair):
    return _Key(pair[0])


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        self._indent_per_level = int(indent)
        self._width = int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._stream = sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        out = io.StringIO()
        self._format(object, out, 0, 0, {}, 0)
        return out.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """Its text in one line, whether that can be read back, whether it holds itself."""
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _items(self, mapping):
        return sorted(mapping.items(), key=_pair_key) if self._sort_dicts else list(mapping.items())

    def _safe_repr(self, object, context, maxlevels, level):
        cls = type(object)
        kind = _kind(cls)
        if kind is int and self._underscore_numbers:
            return "{:_d}".format(object), True, False
        if kind not in (dict, list, tuple):
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        form = "{%s}" if kind is dict else "[%s]" if kind is list else "(%s,)" if len(object) == 1 else "(%s)"
        if not object:
            return form % "", True, False
        if maxlevels and level >= maxlevels:
            return form % "...", False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        readable, recursive = True, False
        parts = []
        for entry in self._items(object) if kind is dict else object:
            texts = []
            for part in entry if kind is dict else (entry,):
                text, can_read, holds_itself = self.format(part, context, maxlevels, level + 1)
                texts.append(text)
                readable = readable and can_read
                recursive = recursive or holds_itself
            parts.append(": ".join(texts))
        del context[id(object)]
        return form % ", ".join(parts), readable, recursive

    def _format(self, object, stream, indent, allowance, context, level):
        if id(object) in context:
            stream.write(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            cls = type(object)
            kind = _kind(cls)
            name = _WAYS[kind] if kind else "_pprint_dataclass" if _has_made_repr(cls) else None
            if name:
                context[id(object)] = 1
                getattr(self, name)(object, stream, indent, allowance, context, level + 1)
                del context[id(object)]
                return
        stream.write(text)

    def _pprint_dict(self, object, stream, indent, allowance, context, level):
        stream.write("{" + " " * (self._indent_per_level - 1))
        self._format_dict_items(self._items(object), stream, indent, allowance + 1, context, level)
        stream.write("}")

    def _format_dict_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        last = len(items) - 1
        for i, (key, value) in enumerate(items):
            text = self._repr(key, context, level)
            stream.write(text + ": ")
            self._format(value, stream, indent + len(text) + 2, allowance if i == last else 1, context, level)
            if i != last:
                stream.write(",\n" + " " * indent)

    def _format_namespace_items(self, items, stream, indent, allowance, context, level):
        last = len(items) - 1
        for i, (key, value) in enumerate(items):
            stream.write(key + "=")
            if id(value) in context:
                stream.write("...")
            else:
                self._format(value, stream, indent + len(key) + 1, allowance if i == last else 1, context, level)
            if i != last:
                stream.write(",\n" + " " * indent)

    def _format_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        stream.write(" " * (self._indent_per_level - 1))
        items = list(items)
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
                    stream.write(delimiter + text)
                    delimiter = ", "
                    continue
            stream.write(delimiter)
            delimiter = ",\n" + " " * indent
            self._format(item, stream, indent, allowance if last else 1, context, level)

    def _pprint_list(self, object, stream, indent, allowance, context, level):
        stream.write("[")
        self._format_items(object, stream, indent, allowance + 1, context, level)
        stream.write("]")

    def _pprint_tuple(self, object, stream, indent, allowance, context, level):
        end = ",)" if len(object) == 1 else ")"
        stream.write("(")
        self._format_items(object, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _pprint_set(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        head, end = ("{", "}") if type(object) is set else (name + "({", "})")
        stream.write(head)
        self._format_items(sorted(object, key=_Key), stream, indent + len(head) - 1, allowance + len(end), context, level)
        stream.write(end)

    # Of what is not empty: its class's name and "(" before it, ")" after it.
    def _wrapped(self, format, object, name, inside, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        stream.write(name + "(")
        format(inside, stream, indent + len(name) + 1, allowance + 1, context, level)
        stream.write(")")

    def _pprint_ordered_dict(self, object, *place):
        self._wrapped(self._format, object, type(object).__name__, list(object.items()), *place)

    def _pprint_mappingproxy(self, object, stream, indent, allowance, context, level):
        stream.write("mappingproxy(")
        self._format(object.copy(), stream, indent + 13, allowance + 1, context, level)
        stream.write(")")

    def _pprint_default_dict(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        indent += len(name) + 1
        stream.write("%s(%s,\n%s" % (name, self._repr(object.default_factory, context, level), " " * indent))
        self._pprint_dict(object, stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _pprint_counter(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        stream.write(name + "({" + " " * (self._indent_per_level - 1))
        self._format_dict_items(object.most_common(), stream, indent + len(name) + 1, allowance + 2, context, level)
        stream.write("})")

    def _pprint_chain_map(self, object, stream, indent, allowance, context, level):
        name = type(object).__name__
        stream.write(name + "(")
        indent += len(name) + 1
        for i, mapping in enumerate(object.maps):
            last = i == len(object.maps) - 1
            self._format(mapping, stream, indent, allowance + 1 if last else 1, context, level)
            stream.write(")" if last else ",\n" + " " * indent)

    def _pprint_deque(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        stream.write(name + "([")
        indent += len(name) + 1
        end = "])" if object.maxlen is None else "],\n%smaxlen=%s)" % (" " * indent, self._repr(object.maxlen, context, level))
        self._format_items(object, stream, indent, allowance + 2 if object.maxlen is None else 2, context, level)
        stream.write(end)

    def _pprint_user(self, object, stream, indent, allowance, context, level):
        self._format(object.data, stream, indent, allowance, context, level - 1)

    def _pprint_str(self, object, stream, indent, allowance, context, level):
        lines = object.splitlines(True)
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
            parts = re.findall(r"\S*\s*", line)
            parts.pop()
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
        self._write_chunks(chunks or [repr(object)], len(chunks) > 1 and level == 1, stream, indent)

    def _write_chunks(self, chunks, parentheses, stream, indent):
        text = ("\n" + " " * indent).join(chunks)
        stream.write("(%s)" % text if parentheses else text)

    def _pprint_bytes(self, object, stream, indent, allowance, context, level):
        if len(object) <= 4:
            stream.write(repr(object))
            return
        if level == 1:
            indent += 1
            allowance += 1
        width = self._width - indent
        chunks = []
        current = b""
        for i in range(0, len(object), 4):
            if i == len(object) // 4 * 4:
                width -= allowance
            part = object[i : i + 4]
            if len(repr(current + part)) > width:
                if current:
                    chunks.append(repr(current))
                current = part
            else:
                current += part
        self._write_chunks(chunks + [repr(current)], level == 1, stream, indent)

    def _pprint_bytearray(self, object, stream, indent, allowance, context, level):
        stream.write("bytearray(")
        self._pprint_bytes(bytes(object), stream, indent + 10, allowance + 1, context, level + 1)
        stream.write(")")

    def _pprint_dataclass(self, object, *place):
        fields = type(object).__dataclass_fields__
        items = [(name, getattr(object, name)) for name in fields if fields[name].repr and hasattr(object, name)]
        self._named(type(object).__name__, items, *place)

    def _pprint_simplenamespace(self, object, *place):
        name = "namespace" if type(object) is types.SimpleNamespace else type(object).__name__
        self._named(name, list(object.__dict__.items()), *place)

    def _named(self, name, items, stream, indent, allowance, context, level):
        stream.write(name + "(")
        self._format_namespace_items(items, stream, indent + len(name) + 1, allowance, context, level)
        stream.write(")")


_WAYS = {bool: None, int: None, dict: "_pprint_dict", collections.OrderedDict: "_pprint_ordered_dict", list: "_pprint_list", tuple: "_pprint_tuple",
         set: "_pprint_set", frozenset: "_pprint_set", str: "_pprint_str", bytes: "_pprint_bytes",
         bytearray: "_pprint_bytearray", types.MappingProxyType: "_pprint_mappingproxy",
         types.SimpleNamespace: "_pprint_simplenamespace", collections.defaultdict: "_pprint_default_dict",
         collections.Counter: "_pprint_counter", collections.ChainMap: "_pprint_chain_map", collections.deque: "_pprint_deque",
         collections.UserDict: "_pprint_user", collections.UserList: "_pprint_user", collections.UserString: "_pprint_user"}
