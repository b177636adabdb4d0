"""html.parser: calls methods for the parts of HTML, however badly written."""

import re
from html import unescape

_NAME = re.compile(r"[a-zA-Z][^\t\n\r\f />\x00]*")
_ATTRIBUTE = re.compile(r"[\s/]*((?<=['\"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|\"[^\"]*\"|(?!['\"])[^>\s]*))?(?:\s|/(?!>))*")
_CHARACTER = re.compile(r"&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")
_ENTITY = re.compile(r"&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")


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
        self._go(False)

    def close(self):
        self._go(True)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self._start_tag

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()

    def clear_cdata_mode(self):
        self.cdata_elem = None

    def _pass(self, start, end):
        text = self.rawdata[start:end]
        lines = text.count("\n")
        if lines:
            self.lineno += lines
            self.offset = len(text) - text.rindex("\n") - 1
        else:
            self.offset += len(text)

    def _text(self, start, end, final):
        """Text without tags. Returns how far it was dealt with."""
        raw = self.rawdata
        if self.cdata_elem is not None:
            self.handle_data(raw[start:end])
        elif self.convert_charrefs:
            if not final and end == len(raw):
                # A reference may go on in what comes.
                at = raw.rfind("&", max(start, end - 34), end)
                if at >= 0 and not re.search(r"[\s;]", raw[at:end]):
                    end = at
            if end > start:
                self.handle_data(unescape(raw[start:end]))
        else:
            at = start
            while at < end:
                amp = raw.find("&", at, end)
                stop = end if amp < 0 else amp
                if stop > at:
                    self.handle_data(raw[at:stop])
                if amp < 0:
                    break
                found = _CHARACTER.match(raw + " ", amp) if raw.startswith("&#", amp) else _ENTITY.match(raw + " ", amp)
                if not found:
                    self.handle_data("&")
                    at = amp + 1
                    continue
                if found.end() > len(raw) and not final:
                    return amp
                name = found.group()[1:-1]
                if name[0] == "#":
                    self.handle_charref(name[1:])
                else:
                    self.handle_entityref(name)
                at = found.end() - (raw[found.end() - 1 : found.end()] != ";")
        return end

    def _go(self, final):
        raw, at, end = self.rawdata, 0, len(self.rawdata)
        while at < end:
            if self.cdata_elem is not None:
                found = re.compile(r"</%s(?=[\t\n\r\f />])" % re.escape(self.cdata_elem), re.I).search(raw, at)
                stop = found.start() if found else end if final else raw.rfind("<", at) if "<" in raw[at:] else end
            else:
                stop = raw.find("<", at)
                stop = end if stop < 0 else stop
            if stop > at:
                done = self._text(at, stop, final)
                self._pass(at, done)
                if done < stop:
                    at = done
                    break
                at = stop
                if at == end:
                    break
            if self.cdata_elem is not None and not found:
                break
            nxt = self._markup(at, final)
            if nxt < 0:
                if not final:
                    break
                self.handle_data(unescape(raw[at:end]) if self.convert_charrefs else raw[at:end])
                nxt = end
            self._pass(at, nxt)
            at = nxt
        self.rawdata = raw[at:]

    def _markup(self, at, final):
        """Where what begins with < ends; -1: it goes on."""
        raw = self.rawdata
        if raw.startswith("<!--", at):
            end = raw.find("-->", at + 4)
            if end < 0:
                return -1
            self.handle_comment(raw[at + 4 : end])
            return end + 3
        if raw.startswith("<?", at):
            end = raw.find(">", at)
            if end < 0:
                return -1
            self.handle_pi(raw[at + 2 : end])
            return end + 1
        if raw.startswith("<!", at):
            if raw.startswith("<![", at):
                end = raw.find("]]>" if raw.startswith("<![CDATA[", at) else "]>", at)
                if end < 0:
                    return -1
                self.unknown_decl(raw[at + 3 : end])
                return end + (3 if raw.startswith("<![CDATA[", at) else 2)
            end = raw.find(">", at)
            if end < 0:
                return -1
            if raw[at + 2 : at + 9].lower() == "doctype":
                self.handle_decl(raw[at + 2 : end])
            else:
                self.handle_comment(raw[at + 2 : end])
            return end + 1
        if raw.startswith("</", at):
            return self._end_tag(at)
        if _NAME.match(raw, at + 1):
            return self._begin_tag(at)
        if at + 1 >= len(raw) and not final:
            return -1
        self.handle_data("<")
        return at + 1

    def _end_tag(self, at):
        raw = self.rawdata
        end = raw.find(">", at)
        if end < 0:
            return -1
        found = _NAME.match(raw, at + 2)
        if not found:
            if raw[at : at + 3] != "</>":
                self.handle_comment(raw[at + 2 : end])
            return end + 1
        name = found.group().lower()
        self.handle_endtag(name)
        if name == self.cdata_elem:
            self.clear_cdata_mode()
        return end + 1

    def _begin_tag(self, at):
        raw = self.rawdata
        found = _NAME.match(raw, at + 1)
        name, attrs, place = found.group().lower(), [], found.end()
        while True:
            found = _ATTRIBUTE.match(raw, place)
            if not found:
                break
            key, rest, value = found.groups()
            if rest and value[:1] in ("'", '"') and value[:1] == value[-1:]:
                value = value[1:-1]
            attrs.append((key.lower(), unescape(value) if rest and value else value if rest else None))
            place = found.end()
        while raw[place : place + 1] and raw[place] in " \t\n\r\f":
            place += 1
        if raw.startswith("/>", place):
            end = place + 2
        elif raw.startswith(">", place):
            end = place + 1
        else:
            if place >= len(raw) or raw[place:] == "/":
                return -1
            end = raw.find(">", place) + 1
            if not end:
                return -1
        self._start_tag = raw[at:end]
        self.lasttag = name
        if raw.startswith("/>", end - 2):
            self.handle_startendtag(name, attrs)
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
