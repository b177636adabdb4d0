"""The parser of XML: it tells a target what it reads, as it is fed."""

import re

_NAME = re.compile(r"[A-Za-z_:\x80-\U0010ffff][-A-Za-z0-9_:.\x80-\U0010ffff]*")
_SPACE = re.compile(r"[ \t\r\n]*")
_ENTITY = re.compile(r"&(#[0-9]+|#x[0-9a-fA-F]+|[A-Za-z_][-\w.]*);")
_KNOWN = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_CODES = {"syntax error": 2, "no element found": 3, "unclosed token": 5, "mismatched tag": 7, "duplicate attribute": 8,
          "junk after document element": 9, "unknown encoding": 18, "unclosed CDATA section": 20, "unbound prefix": 27}
# A whole tag, and a whole declaration of the kind of document.
_TAG = re.compile("<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(\[[^\]]*\][^>]*)?>")


class ParseError(SyntaxError):
    __module__ = "xml.etree.ElementTree"


class Parser:
    def __init__(self, target, encoding=None):
        self.target = target
        self.entity = {}
        self._encoding, self._bytes, self._text, self._at = encoding, b"", "", 0
        self._entities = dict(_KNOWN)
        self._open, self._spaces, self._declared, self._seen, self._outside = [], [{}], [], False, False

    def feed(self, data):
        self._take(data, False)

    def close(self):
        self._take("", True)
        return self._tell("close")

    # What the target has no method for is not told to it.
    def _tell(self, name, *about):
        method = getattr(self.target, name, None)
        return None if method is None else method(*about)

    def _take(self, data, final):
        if not isinstance(data, str) or self._bytes:
            if not isinstance(data, str):
                self._bytes += bytes(data)
            data = self._decoded(final)
        self._text += data
        if final or self._text[-1:] != "\r":
            self._text = self._text.replace("\r\n", "\n").replace("\r", "\n")
        self._parse(final)

    def _decoded(self, final):
        data = self._bytes
        if self._encoding is None:
            if data[:5] == b"<?xml" and b"?>" not in data and not final:
                return ""
            found = re.match(rb"<\?xml[^>]*encoding=['\"]([-\w.]+)['\"]", data)
            wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
            self._encoding = "utf-16" if wide else found.group(1).decode() if found else "utf-8-sig"
        try:
            text = data.decode(self._encoding)
        except UnicodeDecodeError as error:
            if final or error.start + 4 <= len(data):
                self._fail("not well-formed (invalid token)", len(self._text) + error.start)
            text = data[: error.start].decode(self._encoding)
            self._bytes = data[error.start :]
            return text
        except LookupError:
            self._fail("unknown encoding", 30)
        self._bytes = b""
        return text

    def _fail(self, what, at, code=4):
        before = self._text[:at]
        line, column = before.count("\n") + 1, at - before.rfind("\n") - 1
        error = ParseError("%s: line %d, column %d" % (what, line, column))
        error.position, error.code = (line, column), _CODES.get(what, code)
        raise error

    def _expand(self, text, at):
        if "&" not in text:
            return text

        def replace(found):
            name = found.group(1)
            if name[0] == "#":
                return chr(int(name[2:], 16) if name[1] == "x" else int(name[1:]))
            if name not in self._entities:
                if not self._outside or name not in self.entity:
                    self._fail("undefined entity" + (" &%s;" % name if self._outside else ""), at + found.start(), 11)
                return self.entity[name]
            return self._entities[name]

        bare = re.sub(_ENTITY, "", text)
        if "&" in bare:
            self._fail("not well-formed (invalid token)", at + text.index("&"))
        return _ENTITY.sub(replace, text)

    def _qualify(self, name, spaces, attribute=False):
        prefix, colon, local = name.partition(":")
        if not colon:
            uri = None if attribute else spaces.get("")
            return "{%s}%s" % (uri, name) if uri else name
        if prefix == "xml":
            return "{http://www.w3.org/XML/1998/namespace}" + local
        if prefix not in spaces:
            self._fail("unbound prefix", self._at)
        return "{%s}%s" % (spaces[prefix], local)

    # Whether what begins at a place is there to its end.
    def _whole(self, at):
        text = self._text
        for start, end in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")):
            if text.startswith(start, at):
                return text.find(end, at + len(start)) >= 0
        if len(text) - at < 9 and text.startswith("<!", at):
            return False
        return (_DOCTYPE if text.startswith("<!DOCTYPE", at) else _TAG).match(text, at) is not None

    def _parse(self, final):
        text, at = self._text, self._at
        size = len(text)
        while at < size:
            self._at = at
            if at == 0 and text[0] == "\ufeff":
                at = 1
                continue
            stop = text.find("<", at)
            if stop < 0 and not final:
                break
            stop = size if stop < 0 else stop
            if stop > at:
                if self._open:
                    self._said(text[at:stop], at, False)
                elif text[at:stop].strip():
                    at += len(text[at:stop]) - len(text[at:stop].lstrip())
                    self._fail("junk after document element" if self._seen else "syntax error", at)
                at = stop
                continue
            if not final and not self._whole(at):
                break
            at = self._markup(at)
        self._at = at
        if final and (not self._seen or self._open):
            self._fail("no element found", size)

    def _said(self, text, at, raw):
        self._tell("data", text if raw else self._expand(text, at))

    def _to(self, mark, at, skip, what="unclosed token"):
        end = self._text.find(mark, at + skip)
        if end < 0:
            self._fail(what, at)
        return self._text[at + skip : end], end + len(mark)

    def _markup(self, at):
        text = self._text
        if text.startswith("<!--", at):
            inside, end = self._to("-->", at, 4)
            self._tell("comment", inside)
        elif text.startswith("<![CDATA[", at):
            inside, end = self._to("]]>", at, 9, "unclosed CDATA section")
            self._said(inside, at, True)
        elif text.startswith("<?", at):
            inside, end = self._to("?>", at, 2)
            if inside.split(None, 1)[:1] != ["xml"]:
                self._tell("pi", *(inside.split(None, 1) + [""])[:2])
        elif text.startswith("<!DOCTYPE", at):
            end = self._doctype(at)
        elif text.startswith("</", at):
            found = _NAME.match(text, at + 2)
            end = text.find(">", at)
            if not found or end < 0 or text[found.end() : end].strip():
                self._fail("not well-formed (invalid token)", at + 2)
            if not self._open or self._open[-1] != found.group():
                self._fail("mismatched tag", at + 2)
            self._open.pop()
            self._end(self._qualify(found.group(), self._spaces[-1]))
            end += 1
        else:
            if self._seen and not self._open:
                self._fail("junk after document element", at)
            end, name, empty, own = self._begin(at)
            self._seen = True
            if empty:
                self._end(name)
            else:
                self._open.append(own)
        return end

    def _end(self, name):
        self._tell("end", name)
        self._spaces.pop()
        for prefix in reversed(self._declared.pop()):
            self._tell("end_ns", prefix)

    def _doctype(self, at):
        text = self._text
        end, bracket = text.find(">", at), text.find("[", at)
        if 0 <= bracket < end:
            close = text.find("]", bracket)
            for name, quoted in re.findall(r"<!ENTITY\s+([-\w.]+)\s+(\"[^\"]*\"|'[^']*')\s*>", text[bracket:close]):
                self._entities[name] = self._expand(quoted[1:-1], bracket) if len(quoted) < 1000 else ""
            end = text.find(">", close)
        if end < 0:
            self._fail("unclosed token", at)
        words = re.findall("[^\\s\"'>\\[]+|\"[^\"]*\"|'[^']*'", re.split(r"[>\[]", text[at + 9 : end])[0])
        ids = [word[1:-1] for word in words if word[0] in "\"'"]
        self._outside = bool(ids)
        if hasattr(self.target, "doctype"):
            public = words[1:2] == ["PUBLIC"]
            self.target.doctype(words[0], ids[0] if public and ids else None, ids[-1] if ids else None)
        return end + 1

    def _begin(self, at):
        text = self._text
        found = _NAME.match(text, at + 1)
        if not found:
            self._fail("not well-formed (invalid token)", at + 1)
        own, place, attributes, declared = found.group(), found.end(), [], []
        known = self._spaces[-1]
        while True:
            blank = _SPACE.match(text, place).end()
            if text.startswith(">", blank) or text.startswith("/>", blank):
                break
            found = _NAME.match(text, blank)
            if not found or blank == place:
                self._fail("unclosed token" if blank >= len(text) else "not well-formed (invalid token)", at if blank >= len(text) else blank)
            name, place = found.group(), _SPACE.match(text, found.end()).end()
            quote = _SPACE.match(text, place + 1).end()
            if text[place : place + 1] != "=" or text[quote : quote + 1] not in ('"', "'"):
                self._fail("not well-formed (invalid token)", place if text[place : place + 1] != "=" else quote)
            end = text.find(text[quote], quote + 1)
            value = text[quote + 1 : end]
            if end < 0 or "<" in value:
                self._fail("unclosed token" if end < 0 else "not well-formed (invalid token)", at if end < 0 else quote + 1 + value.index("<"))
            value = self._expand(value.replace("\n", " ").replace("\t", " "), quote)
            if name == "xmlns" or name.startswith("xmlns:"):
                known = dict(known)
                known[name[6:]] = value
                declared.append(name[6:])
                self._tell("start_ns", name[6:], value)
            else:
                if name in [pair[0] for pair in attributes]:
                    self._fail("duplicate attribute", blank)
                attributes.append((name, value))
            place = end + 1
        empty = text.startswith("/>", blank)
        name = self._qualify(own, known)
        self._tell("start", name, {self._qualify(key, known, True): value for key, value in attributes})
        self._spaces.append(known)
        self._declared.append(declared)
        return blank + (2 if empty else 1), name, empty, own
