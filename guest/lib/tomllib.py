"""tomllib: reads TOML 1.0."""

import datetime
import re

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_NUMBER = re.compile(r"[+-]?(?:0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*|"
                     r"(?:0|[1-9](?:_?[0-9])*)(\.[0-9](?:_?[0-9])*)?([eE][+-]?[0-9](?:_?[0-9])*)?)")
_TIME = re.compile(r"(?:(\d{4}-\d\d-\d\d)(?:[Tt ](?=\d\d:))?)?(?:(\d\d:\d\d:\d\d)(?:\.(\d{1,6})\d*)?([Zz]|[+-]\d\d:\d\d)?)?")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


class TOMLDecodeError(ValueError):
    pass


def load(fp, *, parse_float=float):
    data = fp.read()
    if not isinstance(data, bytes):
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`")
    return loads(data.decode(), parse_float=parse_float)


def loads(s, *, parse_float=float):
    return _Parser(s.replace("\r\n", "\n"), parse_float).document()


class _Parser:
    def __init__(self, text, parse_float):
        self.text, self.at, self.parse_float = text, 0, parse_float
        self.closed = set()  # ids of tables that inline syntax made, or a dotted key
        self.named = set()  # ids of tables with a header
        self.lists = set()  # ids of arrays of tables

    def fail(self, message):
        before = self.text[: self.at]
        if self.at >= len(self.text):
            where = "at end of document"
        else:
            where = "at line %d, column %d" % (before.count("\n") + 1, self.at - before.rfind("\n"))
        raise TOMLDecodeError("%s (%s)" % (message, where))

    def peek(self):
        return self.text[self.at : self.at + 1]

    def blanks(self):
        while self.peek() in (" ", "\t"):
            self.at += 1

    def comment(self):
        if self.peek() == "#":
            end = self.text.find("\n", self.at)
            end = len(self.text) if end < 0 else end
            for i in range(self.at, end):
                if self.text[i] < " " and self.text[i] != "\t" or self.text[i] == "\x7f":
                    self.at = i
                    self.fail("Found invalid character %r" % self.text[i])
            self.at = end

    def gap(self):
        while True:
            self.blanks()
            self.comment()
            if self.peek() != "\n":
                return
            self.at += 1

    def document(self):
        self.root = table = {}
        while True:
            self.gap()
            if self.at >= len(self.text):
                return self.root
            if self.peek() == "[":
                table = self.header()
            else:
                self.pair(table)
            self.blanks()
            self.comment()
            if self.at < len(self.text):
                if self.peek() != "\n":
                    self.fail("Expected newline or end of document after a statement")
                self.at += 1

    def header(self):
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        self.blanks()
        key = self.key()
        if not self.text.startswith("]]" if many else "]", self.at):
            self.fail("Expected %r at the end of %s declaration" % (("]]", "an array") if many else ("]", "a table")))
        table = self.root
        for i, part in enumerate(key):
            last = i == len(key) - 1
            if last and many:
                items = table.setdefault(part, [])
                if not isinstance(items, list) or id(items) in self.closed or items and id(items) not in self.lists:
                    self.fail("Cannot mutate immutable namespace %s" % (key,))
                self.lists.add(id(items))
                items.append({})
                table = items[-1]
                continue
            table = table.setdefault(part, {})
            if isinstance(table, list) and table and id(table) not in self.closed and not last:
                table = table[-1]
            if not isinstance(table, dict) or id(table) in self.closed:
                self.fail("Cannot declare %s twice" % (key,) if last else "Cannot overwrite a value")
            if last:
                if id(table) in self.named:
                    self.fail("Cannot declare %s twice" % (key,))
                self.named.add(id(table))
        self.at += 2 if many else 1
        return table

    def key(self):
        parts = []
        while True:
            c = self.peek()
            if c == '"' or c == "'":
                if self.text.startswith(c * 3, self.at):
                    self.fail("Invalid initial character for a key part")
                parts.append(self.string())
            else:
                found = _BARE.match(self.text, self.at)
                if not found:
                    self.fail("Invalid initial character for a key part")
                parts.append(found.group())
                self.at = found.end()
            self.blanks()
            if self.peek() != ".":
                return tuple(parts)
            self.at += 1
            self.blanks()

    def pair(self, table):
        key = self.key()
        if self.peek() != "=":
            self.fail("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.blanks()
        value = self.value()
        for part in key[:-1]:
            table = table.setdefault(part, {})
            if not isinstance(table, dict) or id(table) in self.closed or id(table) in self.named:
                self.fail("Cannot overwrite a value" if not isinstance(table, dict) else "Cannot mutate immutable namespace %s" % (key[:-1],))
        if key[-1] in table:
            self.fail("Cannot overwrite a value")
        table[key[-1]] = value

    def value(self):
        c = self.peek()
        if c == '"' or c == "'":
            return self.long_string(c) if self.text.startswith(c * 3, self.at) else self.string()
        if c == "[":
            return self.array()
        if c == "{":
            return self.inline()
        for word, value in (("true", True), ("false", False)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        found = _TIME.match(self.text, self.at)
        if found and found.group():
            return self.moment(found)
        found = _NUMBER.match(self.text, self.at)
        if found:
            text = found.group()
            if not (text[0] in "+-" and text[1:3] in ("0x", "0o", "0b")):
                self.at = found.end()
                if found.group(1) or found.group(2):
                    return self.parse_float(text.replace("_", ""))
                return int(text.replace("_", ""), 0)
        for word in ("inf", "nan"):
            for sign in ("", "+", "-"):
                if self.text.startswith(sign + word, self.at):
                    self.at += len(sign) + 3
                    return self.parse_float(sign + word)
        self.fail("Invalid value")

    def moment(self, found):
        date, time, fraction, zone = found.groups()
        self.at = found.end()
        try:
            if time is None:
                self.at -= len(found.group()) - len(found.group().rstrip("Tt "))
                return datetime.date.fromisoformat(date)
            clock = datetime.time(*[int(n) for n in time.split(":")], microsecond=int((fraction or "0").ljust(6, "0")))
            if date is None:
                if zone:
                    self.fail("Invalid value")
                return clock
            tz = None
            if zone:
                tz = datetime.timezone.utc
                if zone not in "Zz":
                    delta = datetime.timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
                    tz = datetime.timezone(delta if zone[0] == "+" else -delta)
            return datetime.datetime.combine(datetime.date.fromisoformat(date), clock, tz)
        except ValueError:
            self.fail("Invalid date or datetime")

    def array(self):
        items = []
        self.at += 1
        while True:
            self.gap()
            if self.peek() == "]":
                break
            items.append(self.value())
            self.gap()
            if self.peek() == ",":
                self.at += 1
            elif self.peek() != "]":
                self.fail("Unclosed array")
        self.at += 1
        self.closed.add(id(items))
        self._keep(items)
        return items

    def inline(self):
        table = {}
        self.at += 1
        self.blanks()
        if self.peek() != "}":
            while True:
                self.blanks()
                self.pair(table)
                self.blanks()
                if self.peek() == "}":
                    break
                if self.peek() != ",":
                    self.fail("Unclosed inline table")
                self.at += 1
        self.at += 1
        self._close(table)
        return table

    def _close(self, table):
        self.closed.add(id(table))
        self._keep(table)
        for value in table.values():
            if isinstance(value, dict):
                self._close(value)

    def _keep(self, value):
        """Ids stay those of these values: nothing else may get one of them."""
        self.kept = (value, getattr(self, "kept", None))

    def escape(self):
        c = self.peek()
        self.at += 1
        if c in _ESCAPES:
            return _ESCAPES[c]
        if c in ("u", "U"):
            n = 4 if c == "u" else 8
            digits = self.text[self.at : self.at + n]
            try:
                code = int(digits, 16)
            except ValueError:
                code = -1
            if len(digits) < n or code < 0 or code > 0x10FFFF or 0xD800 <= code < 0xE000:
                self.fail("Invalid hex value" if code < 0 or len(digits) < n else "Escaped character is not a Unicode scalar value")
            self.at += n
            return chr(code)
        self.fail("Unescaped '\\' in a string")

    def string(self):
        quote = self.peek()
        self.at += 1
        pieces = []
        while True:
            c = self.peek()
            if not c:
                self.fail("Unterminated string")
            if c < " " and c != "\t" or c == "\x7f":
                self.fail("Illegal character %r" % c)
            self.at += 1
            if c == quote:
                return "".join(pieces)
            pieces.append(self.escape() if c == "\\" and quote == '"' else c)

    def long_string(self, quote):
        self.at += 3
        if self.peek() == "\n":
            self.at += 1
        pieces = []
        while True:
            c = self.peek()
            if not c:
                self.fail("Unterminated string")
            if self.text.startswith(quote * 3, self.at):
                self.at += 3
                for _ in range(2):
                    if self.peek() == quote:
                        pieces.append(quote)
                        self.at += 1
                return "".join(pieces)
            if c < " " and c not in "\t\n" or c == "\x7f":
                self.fail("Illegal character %r" % c)
            self.at += 1
            if c == "\\" and quote == '"':
                rest = self.text[self.at :]
                if rest[:1] in (" ", "\t", "\n") and rest.lstrip(" \t")[:1] == "\n":
                    while self.peek() and self.peek() in " \t\n":
                        self.at += 1
                    continue
                c = self.escape()
            pieces.append(c)
