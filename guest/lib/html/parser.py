"""html.parser: calls methods for the parts of HTML, however badly written."""

import re
from html import unescape

_NAME = re.compile(r"([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*")
_ATTRIBUTE = re.compile(r"((?<=['\"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|\"[^\"]*\"|(?!['\"])[^>\s]*))?(?:\s|/(?!>))*")
_START = re.compile(r"<[a-zA-Z][^\t\n\r\f />\x00]*(?:[\s/]*(?:(?<=['\"\s/])[^\s/>][^\s/=>]*"
                    r"(?:\s*=+\s*(?:'[^']*'|\"[^\"]*\"|(?!['\"])[^>\s]*)\s*)?(?:\s|/(?!>))*)*)?\s*")
_END = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
_CHARACTER = re.compile(r"&#([0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")
_ENTITY = re.compile(r"&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")
_COMMENT_END = re.compile(r"--\s*>")
_INTERESTING = re.compile("[&<]")
_SECTION = re.compile(r"([a-zA-Z][-_.a-zA-Z0-9]*)\s*")
_CLOSING = {}
for _names, _end in (("temp cdata ignore include rcdata", r"]\s*]\s*>"), ("if else endif", r"]\s*>")):
    for _name in _names.split():
        _CLOSING[_name] = _end


class HTMLParser:
    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata, self.lasttag, self.cdata_elem = "", "???", None
        self.lineno, self.offset = 1, 0
        self._start_tag = None

    def feed(self, data):
        self.rawdata += data
        self.goahead(False)

    def close(self):
        self.goahead(True)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self._start_tag

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()

    def clear_cdata_mode(self):
        self.cdata_elem = None

    def updatepos(self, start, end):
        if start >= end:
            return end
        text = self.rawdata[start:end]
        lines = text.count("\n")
        if lines:
            self.lineno += lines
            self.offset = len(text) - text.rindex("\n") - 1
        else:
            self.offset += len(text)
        return end

    def _give(self, start, end):
        text = self.rawdata[start:end]
        self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)

    # Where the next thing that is not text begins; -1 if that has to be waited for.
    def _next(self, at):
        raw = self.rawdata
        if self.cdata_elem:
            found = re.compile(r"</\s*%s\s*>" % self.cdata_elem, re.I).search(raw, at)
            return found.start() if found else -1
        if not self.convert_charrefs:
            found = _INTERESTING.search(raw, at)
            return found.start() if found else len(raw)
        stop = raw.find("<", at)
        if stop < 0:
            # A reference may go on in what comes.
            reference = raw.rfind("&", max(at, len(raw) - 34))
            if reference < 0 or re.search(r"[\s;]", raw[reference:]):
                stop = len(raw)
        return stop

    def goahead(self, end):
        raw, at, length = self.rawdata, 0, len(self.rawdata)
        while at < length:
            stop = self._next(at)
            if stop < 0:
                break
            if at < stop:
                self._give(at, stop)
            at = self.updatepos(at, stop)
            if at == length:
                break
            if raw[at] == "&":
                go_on, stop = self._reference(at, end)
                at = self.updatepos(at, stop)
                if go_on:
                    continue
                break
            stop = self._markup(at)
            if stop < 0:
                if not end or at + 1 == length:
                    break
                stop = raw.find(">", at + 1) + 1 or raw.find("<", at + 1)
                if stop < 0:
                    stop = at + 1
                self._give(at, stop)
            at = self.updatepos(at, stop)
        if end and at < length and not self.cdata_elem:
            self._give(at, length)
            at = self.updatepos(at, length)
        self.rawdata = raw[at:]

    # Whether to go on, and where.
    def _reference(self, at, end):
        raw = self.rawdata
        character = raw.startswith("&#", at)
        found = (_CHARACTER if character else _ENTITY).match(raw, at)
        if found:
            (self.handle_charref if character else self.handle_entityref)(found.group(1))
            return True, found.end() - (raw[found.end() - 1] != ";")
        if character:
            if raw.find(";", at) < 0:
                return False, at
            self.handle_data("&#")
            return False, at + 2
        if raw[at + 1 : at + 2] and raw[at + 1] in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ":
            return False, at + (end and at + 2 == len(raw))
        if at + 1 == len(raw):
            return False, at
        self.handle_data("&")
        return True, at + 1

    def _markup(self, at):
        """Where what begins with < ends; -1: it goes on."""
        raw = self.rawdata
        if raw[at + 1 : at + 2].isalpha() and raw[at + 1].isascii():
            return self.parse_starttag(at)
        if raw.startswith("</", at):
            return self.parse_endtag(at)
        if raw.startswith("<!--", at):
            return self.parse_comment(at)
        if raw.startswith("<?", at):
            return self.parse_pi(at)
        if raw.startswith("<!", at):
            return self.parse_html_declaration(at)
        if at + 1 == len(raw):
            return -1
        self.handle_data("<")
        return at + 1

    def parse_comment(self, at, report=1):
        found = _COMMENT_END.search(self.rawdata, at + 4)
        if not found:
            return -1
        if report:
            self.handle_comment(self.rawdata[at + 4 : found.start()])
        return found.end()

    def _to_angle(self, at, skip, handle):
        end = self.rawdata.find(">", at + skip)
        if end >= 0:
            handle(self.rawdata[at + 2 : end])
        return end + 1 or -1

    def parse_pi(self, at):
        return self._to_angle(at, 2, self.handle_pi)

    def parse_html_declaration(self, at):
        raw = self.rawdata
        if raw.startswith("<![", at):
            return self.parse_marked_section(at)
        if raw[at : at + 9].lower() == "<!doctype":
            return self._to_angle(at, 9, self.handle_decl)
        return self.parse_bogus_comment(at)

    def parse_bogus_comment(self, at, report=1):
        return self._to_angle(at, 2, self.handle_comment if report else self._nothing)

    def parse_marked_section(self, at, report=1):
        raw = self.rawdata
        if at + 3 == len(raw):
            return -1
        found = _SECTION.match(raw, at + 3)
        if not found:
            raise AssertionError("expected name token at %r" % raw[at : at + 20])
        if found.end() == len(raw):
            return -1
        if found.group(1).lower() not in _CLOSING:
            raise AssertionError("unknown status keyword %r in marked section" % raw[at + 3 : found.end()])
        end = re.compile(_CLOSING[found.group(1).lower()]).search(raw, at + 3)
        if not end:
            return -1
        if report:
            self.unknown_decl(raw[at + 3 : end.start()])
        return end.end()

    def parse_endtag(self, at):
        raw = self.rawdata
        end = raw.find(">", at + 1) + 1
        if not end:
            return -1
        found = _END.match(raw, at)
        name = found and found.group(1).lower()
        if self.cdata_elem is not None and name != self.cdata_elem:
            self.handle_data(raw[at:end])
            return end
        if found:
            self.handle_endtag(name)
            self.clear_cdata_mode()
            return end
        found = _NAME.match(raw, at + 2)
        if not found:
            return end if raw.startswith("</>", at) else self.parse_bogus_comment(at)
        self.handle_endtag(found.group(1).lower())
        return raw.find(">", found.end()) + 1

    def check_for_whole_start_tag(self, at):
        raw = self.rawdata
        end = _START.match(raw, at).end()
        follows = raw[end : end + 1]
        if follows == ">":
            return end + 1
        if raw.startswith("/>", end):
            return end + 2
        if follows in ("", "/", "=") or follows.isascii() and follows.isalpha():
            return -1
        return end

    def parse_starttag(self, at):
        self._start_tag = None
        end = self.check_for_whole_start_tag(at)
        if end < 0:
            return end
        raw = self.rawdata
        self._start_tag = raw[at:end]
        found = _NAME.match(raw, at + 1)
        self.lasttag = name = found.group(1).lower()
        attrs, place = [], found.end()
        while place < end:
            found = _ATTRIBUTE.match(raw, place)
            if not found:
                break
            key, rest, value = found.groups()
            if not rest:
                value = None
            elif value[:1] in ("'", '"') and value[:1] == value[-1:]:
                value = value[1:-1]
            attrs.append((key.lower(), unescape(value) if value else value))
            place = found.end()
        rest = raw[place:end].strip()
        if rest == "/>":
            self.handle_startendtag(name, attrs)
        elif rest != ">":
            self.handle_data(raw[at:end])
        else:
            self.handle_starttag(name, attrs)
            if name in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(name)
        return end

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def _nothing(self, *about):
        pass

    handle_starttag = handle_endtag = handle_charref = handle_entityref = handle_data = handle_comment = _nothing
    handle_decl = handle_pi = unknown_decl = _nothing
