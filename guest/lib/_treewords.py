"""The words of ast.parse(), with their places, and the way through them."""

import _tree as t

_OPERATORS = ("**=", "//=", ">>=", "<<=", "...", "!=", "->", ":=", "==", "<=", ">=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=",
              "**", "//", "<<", ">>", "+", "-", "*", "/", "%", "@", "&", "|", "^", "~", "<", ">", "(", ")", "[", "]", "{", "}", ",", ":",
              ".", ";", "=")
_KEYWORDS = frozenset("False None True and as assert async await break class continue def del elif else except finally for from global if "
                      "import in is lambda nonlocal not or pass raise return try while with yield".split())
_PREFIXES = frozenset("r u b f br rb fr rf".split())


def _is_name(c):
    return c == "_" or c.isalpha() or c > "\x7f" and ("a" + c).isidentifier()


# Words as (kind, text, line, column, end line, end column); kinds: name, number, string,
# op, newline, indent, dedent, end.
class _Lexer:
    def __init__(self, text, filename):
        self.text = text
        self.filename = filename
        self.line = 1
        self.start = 0
        self.words = []

    def fail(self, message, at):
        end = self.text.find("\n", self.start)
        line = self.text[self.start : end if end >= 0 else len(self.text)]
        raise SyntaxError(message, (self.filename, self.line, at - self.start + 1, line + "\n"))

    def add(self, kind, at, end, line=None, start=None):
        line = self.line if line is None else line
        start = self.start if start is None else start
        text = self.text
        self.words.append((kind, text[at:end], line, self.column(start, at), self.line, self.column(self.start, end)))

    # In bytes, as CPython counts.
    def column(self, start, at):
        text = self.text[start:at]
        return at - start if text.isascii() else len(text.encode())

    def all(self):
        text = self.text
        size = len(text)
        at = depth = 0
        indents = [0]
        fresh = True
        while at < size:
            c = text[at]
            if fresh and depth == 0:
                width = 0
                while at < size and text[at] in " \t\f":
                    width = (width // 8 + 1) * 8 if text[at] == "\t" else 0 if text[at] == "\f" else width + 1
                    at += 1
                c = text[at : at + 1]
                if not c or c in "#\r\n":
                    at = self.line_end(at)
                    continue
                if width > indents[-1]:
                    indents.append(width)
                    self.add("indent", at, at)
                while width < indents[-1]:
                    indents.pop()
                    self.add("dedent", at, at)
                    if width > indents[-1]:
                        raise IndentationError("unindent does not match any outer indentation level", (self.filename, self.line, at - self.start + 1, ""))
                fresh = False
            if c in " \t\f":
                at += 1
            elif c in "\r\n#":
                if depth == 0:
                    self.add("newline", at, at)
                    fresh = True
                at = self.line_end(at)
            elif c == "\\" and text[at + 1 : at + 3].lstrip("\r")[:1] == "\n":
                at = self.line_end(at + 1)
            elif _is_name(c):
                end = at + 1
                while end < size and (text[end].isalnum() or _is_name(text[end])):
                    end += 1
                if text[end : end + 1] in ("'", '"') and text[at:end].lower() in _PREFIXES:
                    at = self.string(at, end)
                else:
                    self.add("name", at, end)
                    at = end
            elif c.isdigit() or c == "." and text[at + 1 : at + 2].isdigit():
                at = self.number(at)
            elif c in "'\"":
                at = self.string(at, at)
            else:
                for op in _OPERATORS:
                    if text.startswith(op, at):
                        break
                else:
                    self.fail("invalid syntax" if c in "!$?`" else "invalid character '%s' (U+%04X)" % (c, ord(c)), at)
                depth += (op in ("(", "[", "{")) - (op in (")", "]", "}"))
                if depth < 0:
                    self.fail("unmatched '%s'" % op, at)
                self.add("op", at, at + len(op))
                at += len(op)
        if depth:
            self.fail("unexpected EOF while parsing", at)
        if not fresh:
            self.add("newline", at, at)
        for _ in indents[1:]:
            self.add("dedent", at, at)
        self.add("end", at, at)
        return self.words

    def line_end(self, at):
        end = self.text.find("\n", at)
        at = len(self.text) if end < 0 else end + 1
        self.line += 1
        self.start = at
        return at

    def number(self, at):
        text = self.text
        end = at
        other = text[at : at + 2].lower() in ("0x", "0o", "0b")
        while end < len(text) and (text[end].isalnum() or text[end] in "._" or text[end] in "+-" and text[end - 1] in "eE" and not other):
            if not other and text[end].isalpha() and text[end] not in "eEjJ" or text[end : end + 2] in ("el", "or", "if") and not other:
                break
            end += 1
        self.add("number", at, end)
        return end

    def string(self, at, quote_at):
        text = self.text
        line, start = self.line, self.start
        quote = text[quote_at]
        if text.startswith(quote * 3, quote_at):
            quote *= 3
        end = quote_at + len(quote)
        while not text.startswith(quote, end):
            if end >= len(text) or len(quote) == 1 and text[end] == "\n":
                self.fail("unterminated %sstring literal (detected at line %d)" % ("triple-quoted " if len(quote) > 1 else "", self.line), at)
            if text[end] == "\\":
                end += 1
            if text[end : end + 1] == "\n":
                self.line += 1
                self.start = end + 1
            end += 1
        end += len(quote)
        self.add("string", at, end, line, start)
        return end


# What parses stands before one of the words.
class Words:
    def __init__(self, source, filename):
        if isinstance(source, (bytes, bytearray)):
            source = bytes(source).decode("utf-8-sig")
        elif isinstance(source, t.AST):
            raise TypeError("compile() arg 1 must be a string or bytes")
        elif not isinstance(source, str):
            raise TypeError("compile() arg 1 must be a string, bytes or AST object")
        if "\0" in source:
            raise ValueError("source code string cannot contain null bytes")
        self.source = source
        self.filename = filename
        self.words = _Lexer(source, filename).all()
        self.at = 0

    def kind(self):
        return self.words[self.at][0]

    def text(self):
        kind, text = self.words[self.at][:2]
        return text if kind in ("name", "op") else None

    def is_(self, *texts):
        return self.text() in texts

    def take(self, text):
        if self.text() == text:
            self.at += 1
            return True
        return False

    def need(self, text):
        if not self.take(text):
            self.fail("expected '%s'" % text if text in (":", "(") else "invalid syntax")

    def need_kind(self, kind):
        if self.kind() != kind:
            self.fail("expected an indented block" if kind == "indent" else "invalid syntax")
        self.at += 1

    def name(self):
        kind, text = self.words[self.at][:2]
        if kind != "name" or text in _KEYWORDS:
            self.fail()
        self.at += 1
        return text

    def fail(self, message="invalid syntax"):
        word = self.words[self.at]
        lines = self.source.split("\n")
        line = lines[word[2] - 1] if word[2] <= len(lines) else ""
        raise SyntaxError(message, (self.filename, word[2], word[3] + 1, line + "\n"))

    def here(self):
        return self.words[self.at][2:4]

    # Gives a node the place from `start` to the last word taken.
    def put(self, node, start):
        node.lineno, node.col_offset = start
        node.end_lineno, node.end_col_offset = self.words[self.at - 1][4:6]
        return node

    def ended(self):
        return self.kind() in ("newline", "end") or self.is_(";")
