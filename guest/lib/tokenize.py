"""tokenize: the tokens of a program, with comments and line ends."""

import re
import token as _token
from collections import namedtuple
from token import *

for _name in _token.tok_name.values():
    globals()[_name] = getattr(_token, _name)
tok_name, EXACT_TOKEN_TYPES, N_TOKENS, NT_OFFSET = _token.tok_name, _token.EXACT_TOKEN_TYPES, _token.N_TOKENS, _token.NT_OFFSET
cookie_re = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.A)
_blank_re = re.compile(br"^[ \t\f]*(?:[#\r\n]|$)", re.A)
_PREFIX = r"(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?"
_EXPONENT = r"[eE][-+]?[0-9](?:_?[0-9])*"
_DIGITS = r"[0-9](?:_?[0-9])*"
_FLOAT = r"(?:%s\.(?:%s)?|\.%s)(?:%s)?|%s%s" % (_DIGITS, _DIGITS, _DIGITS, _EXPONENT, _DIGITS, _EXPONENT)
_NUMBER = r"(?:%s)[jJ]|%s[jJ]|%s|0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|(?:0(?:_?0)*|[1-9](?:_?[0-9])*)" % (
    _FLOAT, _DIGITS, _FLOAT)
_TOKEN = re.compile(r"[ \f\t]*(?:(?P<join>\\\r?\n|\Z)|(?P<comment>#[^\r\n]*)|(?P<long>%s(?:'''|\"\"\"))|(?P<number>%s)|(?P<end>\r?\n)|(?P<sign>%s)|"
                    r"(?P<string>%s(?:'[^\n'\\]*(?:\\.[^\n'\\]*)*(?:'|\\\r?\n)|\"[^\n\"\\]*(?:\\.[^\n\"\\]*)*(?:\"|\\\r?\n)))|(?P<name>\w+))" % (
                        _PREFIX, _NUMBER, "|".join([re.escape(sign) for sign in sorted(EXACT_TOKEN_TYPES, reverse=True)]), _PREFIX))
# What ends a string, by what it began with.
_ENDS = {"'": re.compile(r"[^'\\]*(?:\\.[^'\\]*)*'", re.S), '"': re.compile(r'[^"\\]*(?:\\.[^"\\]*)*"', re.S),
         "'''": re.compile(r"[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''", re.S), '"""': re.compile(r'[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""', re.S)}
_KINDS = {"comment": COMMENT, "number": NUMBER, "sign": OP, "string": STRING, "name": NAME}


class TokenInfo(namedtuple("TokenInfo", "type string start end line")):
    def __repr__(self):
        kind = "%d (%s)" % (self.type, tok_name[self.type])
        return "TokenInfo(type=%s, string=%r, start=%r, end=%r, line=%r)" % (kind, self.string, self.start, self.end, self.line)

    @property
    def exact_type(self):
        return EXACT_TOKEN_TYPES.get(self.string, self.type) if self.type == OP else self.type


class TokenError(Exception):
    pass


class StopTokenizing(Exception):
    pass


class _Lines:
    """Lines one after the other: how deep they are, and the string that goes on."""

    def __init__(self):
        self.number, self.depth, self.joined, self.indents = 0, 0, False, [0]
        self.string = None  # its text, where it begins, the lines, its end, whether each line has to be joined

    def one(self, kind, text, start, end, line):
        return TokenInfo(kind, text, (self.number, start), (self.number, end), line)

    def indent(self, line):
        """What comes before the first token of a statement, and where that is; None behind the last."""
        column = at = 0
        while at < len(line) and line[at] in " \t\f":
            column = column + 1 if line[at] == " " else (column // 8 + 1) * 8 if line[at] == "\t" else 0
            at += 1
        if at == len(line):
            return [], None
        if line[at] in "#\r\n":
            tokens = []
            if line[at] == "#":
                comment = line[at:].rstrip("\r\n")
                tokens.append(self.one(COMMENT, comment, at, at + len(comment), line))
                at += len(comment)
            return tokens + [self.one(NL, line[at:], at, len(line), line)], len(line)
        if column > self.indents[-1]:
            self.indents.append(column)
            return [self.one(INDENT, line[:at], 0, at, line)], at
        tokens = []
        while column < self.indents[-1]:
            if column not in self.indents:
                raise IndentationError("unindent does not match any outer indentation level", ("<tokenize>", self.number, at, line))
            self.indents.pop()
            tokens.append(self.one(DEDENT, "", at, at, line))
        return tokens, at

    def go_on(self, line):
        """A line of a string: its tokens, and where they end."""
        text, start, lines, end, joins = self.string
        if not line:
            raise TokenError("EOF in multi-line string", start)
        found = end.match(line)
        if found:
            self.string = None
            return [TokenInfo(STRING, text + line[: found.end()], start, (self.number, found.end()), lines + line)], found.end()
        if joins and line[-2:] != "\\\n" and line[-3:] != "\\\r\n":
            self.string = None
            return [TokenInfo(ERRORTOKEN, text + line, start, (self.number, len(line)), lines)], len(line)
        self.string = text + line, start, lines + line, end, joins
        return [], len(line)

    def rest(self, line, at):
        while at < len(line):
            found = _TOKEN.match(line, at)
            if not found:
                yield self.one(ERRORTOKEN, line[at], at, at + 1, line)
                at += 1
                continue
            kind, text = found.lastgroup, found.group(found.lastgroup)
            start, at = found.start(kind), found.end()
            if kind == "join":
                self.joined = self.joined or bool(text)
            elif kind == "end":
                yield self.one(NL if self.depth else NEWLINE, text, start, at, line)
            elif kind == "long":
                end = _ENDS[text[-3:]].match(line, at)
                if not end:
                    self.string = line[start:], (self.number, start), line, _ENDS[text[-3:]], False
                    return
                at = end.end()
                yield self.one(STRING, line[start:at], start, at, line)
            elif kind == "string" and text[-1] == "\n":
                self.string = line[start:], (self.number, start), line, _ENDS[text.lstrip("rRbBfFuU")[0]], True
                return
            elif kind == "name" and not text[0].isidentifier():
                at = start + 1
                yield self.one(ERRORTOKEN, text[0], start, at, line)
            else:
                self.depth += (text in "([{") - (text in ")]}") if kind == "sign" else 0
                yield self.one(_KINDS[kind], text, start, at, line)


def _tokenize(readline, encoding):
    if encoding is not None:
        encoding = "utf-8" if encoding == "utf-8-sig" else encoding
        yield TokenInfo(ENCODING, encoding, (0, 0), (0, 0), "")
    lines, line = _Lines(), ""
    while True:
        last = line
        try:
            line = readline()
        except StopIteration:
            line = ""
        line = line.decode(encoding) if encoding is not None and line else line or ""
        lines.number += 1
        at = 0
        if lines.string:
            tokens, at = lines.go_on(line)
            yield from tokens
        elif not lines.depth and not lines.joined:
            tokens, at = lines.indent(line) if line else ([], None)
            yield from tokens
            if at is None:
                break
        elif not line:
            raise TokenError("EOF in multi-line statement", (lines.number, 0))
        else:
            lines.joined = False
        yield from lines.rest(line, at)
    if last and last[-1] not in "\r\n" and not last.strip().startswith("#"):
        yield TokenInfo(NEWLINE, "", (lines.number - 1, len(last)), (lines.number - 1, len(last) + 1), "")
    for _ in lines.indents[1:]:
        yield TokenInfo(DEDENT, "", (lines.number, 0), (lines.number, 0), "")
    yield TokenInfo(ENDMARKER, "", (lines.number, 0), (lines.number, 0), "")


def generate_tokens(readline):
    return _tokenize(readline, None)


def tokenize(readline):
    encoding, first = detect_encoding(readline)

    def lines():
        yield from first
        while True:
            try:
                line = readline()
            except StopIteration:
                return
            if not line:
                return
            yield line

    return _tokenize(lines().__next__, encoding)


def detect_encoding(readline):
    def read():
        try:
            return readline()
        except StopIteration:
            return b""

    first = read()
    mark = first.startswith(b"\xef\xbb\xbf")
    first = first[3:] if mark else first
    usual = "utf-8-sig" if mark else "utf-8"
    if not first:
        return usual, []
    read_lines = [first]
    if not cookie_re.match(first.decode("latin-1")) and _blank_re.match(first):
        second = read()
        if second:
            read_lines.append(second)
    for line in read_lines:
        try:
            found = cookie_re.match(line.decode("utf-8"))
        except UnicodeDecodeError:
            raise SyntaxError("invalid or missing encoding declaration")
        if found:
            name = found.group(1)
            known = name[:12].lower().replace("_", "-")
            if known == "utf-8" or known.startswith("utf-8-"):
                known = "utf-8"
            elif known in ("latin-1", "iso-8859-1", "iso-latin-1"):
                known = "iso-8859-1"
            else:
                try:
                    b"".decode(name)
                except LookupError:
                    raise SyntaxError("unknown encoding: " + name)
                known = name
            if mark:
                if known != "utf-8":
                    raise SyntaxError("encoding problem: utf-8")
                known = "utf-8-sig"
            return known, read_lines
    return usual, read_lines


def open(filename):
    import builtins
    import io

    buffer = builtins.open(filename, "rb")
    encoding, lines = detect_encoding(buffer.readline)
    buffer.seek(0)
    return io.TextIOWrapper(buffer, encoding, line_buffering=True)


class Untokenizer:
    def __init__(self):
        self.tokens, self.prev_row, self.prev_col, self.encoding = [], 1, 0, None

    def add_whitespace(self, start):
        row, col = start
        if row < self.prev_row or row == self.prev_row and col < self.prev_col:
            raise ValueError("start (%d,%d) precedes previous end (%d,%d)" % (row, col, self.prev_row, self.prev_col))
        if row > self.prev_row:
            self.tokens.append("\\\n" * (row - self.prev_row))
            self.prev_col = 0
        self.tokens.append(" " * (col - self.prev_col))

    def untokenize(self, iterable):
        iterable = iter(iterable)
        indents, line_begins = [], False
        for info in iterable:
            if len(info) == 2:
                self.compat(info, iterable)
                break
            kind, text, start, end, line = info
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind == ENDMARKER:
                break
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                self.prev_row, self.prev_col = end
                continue
            if kind in (NEWLINE, NL):
                line_begins = True
            elif line_begins and indents:
                if start[1] >= len(indents[-1]):
                    self.tokens.append(indents[-1])
                    self.prev_col = len(indents[-1])
                line_begins = False
            self.add_whitespace(start)
            self.tokens.append(text)
            self.prev_row, self.prev_col = end
            if kind in (NEWLINE, NL):
                self.prev_row += 1
                self.prev_col = 0
        return "".join(self.tokens)

    def compat(self, first, iterable):
        indents, begins, after_string = [], first[0] in (NEWLINE, NL), False
        for info in [first] + list(iterable):
            kind, text = info[:2]
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind in (NAME, NUMBER):
                text += " "
            if kind == STRING and after_string:
                text = " " + text
            after_string = kind == STRING
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                continue
            if kind in (NEWLINE, NL):
                begins = True
            elif begins and indents:
                self.tokens.append(indents[-1])
                begins = False
            self.tokens.append(text)


def untokenize(iterable):
    maker = Untokenizer()
    text = maker.untokenize(iterable)
    return text.encode(maker.encoding) if maker.encoding is not None else text
