"""http.cookies: cookies as headers say them."""

_LEGAL = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~:")
_PLAIN = _LEGAL | frozenset(" ()/<=>?@[]{}")


class CookieError(Exception):
    pass


def _quote(text):
    if text and all([c in _LEGAL for c in text]):
        return text
    return '"' + "".join([c if c in _PLAIN else "\\" + c if c in '"\\' else "\\%03o" % ord(c) for c in text]) + '"'


def _unquote(text):
    if len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return text
    text = text[1:-1]
    out = []
    at = 0
    while at < len(text):
        c = text[at]
        if c == "\\" and at + 1 < len(text):
            digits = text[at + 1 : at + 4]
            if len(digits) == 3 and all([d in "01234567" for d in digits]):
                c = chr(int(digits, 8))
                at += 3
            else:
                c = text[at + 1]
                at += 1
        out.append(c)
        at += 1
    return "".join(out)


class Morsel(dict):
    _reserved = {"expires": "expires", "path": "Path", "comment": "Comment", "domain": "Domain", "max-age": "Max-Age", "secure": "Secure",
                 "httponly": "HttpOnly", "version": "Version", "samesite": "SameSite"}
    _flags = {"secure", "httponly"}

    def __init__(self):
        self.key = self.value = self.coded_value = None
        for key in self._reserved:
            dict.__setitem__(self, key, "")

    def __setitem__(self, key, value):
        key = key.lower()
        if key not in self._reserved:
            raise CookieError("Invalid attribute %r" % (key,))
        dict.__setitem__(self, key, value)

    def isReservedKey(self, key):
        return key.lower() in self._reserved

    def set(self, key, value, coded_value):
        if key.lower() in self._reserved:
            raise CookieError("Attempt to set a reserved key %r" % (key,))
        if not key or not all([c in _LEGAL for c in key]):
            raise CookieError("Illegal key %r" % (key,))
        self.key = key
        self.value = value
        self.coded_value = coded_value

    def OutputString(self, attrs=None):
        out = ["%s=%s" % (self.key, self.coded_value)]
        for key, value in sorted(self.items()):
            if value == "" or attrs is not None and key not in attrs:
                continue
            if key == "expires" and isinstance(value, int):
                from email.utils import formatdate
                from time import time

                out.append("%s=%s" % (self._reserved[key], formatdate(time() + value, usegmt=True)))
            elif key == "max-age" and isinstance(value, int):
                out.append("%s=%d" % (self._reserved[key], value))
            elif key == "comment":
                out.append("%s=%s" % (self._reserved[key], _quote(value)))
            elif key in self._flags:
                if value:
                    out.append(self._reserved[key])
            else:
                out.append("%s=%s" % (self._reserved[key], value))
        return "; ".join(out)

    def output(self, attrs=None, header="Set-Cookie:"):
        return "%s %s" % (header, self.OutputString(attrs))

    __str__ = output

    def __repr__(self):
        return "<Morsel: %s>" % self.OutputString()


class BaseCookie(dict):
    def __init__(self, input=None):
        if input:
            self.load(input)

    def value_decode(self, val):
        return val, val

    def value_encode(self, val):
        return str(val), str(val)

    def _set(self, key, value, coded):
        morsel = self.get(key) or Morsel()
        morsel.set(key, value, coded)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self._set(key, *self.value_encode(value))

    def load(self, rawdata):
        if not isinstance(rawdata, str):
            for key, value in rawdata.items():
                self[key] = value
            return
        morsel = None
        found = []
        for part in _parts(rawdata):
            key, mark, value = part.partition("=")
            key, value = key.strip(), value.strip()
            if not key or not all([c in _LEGAL for c in key]) or not mark and key.lower() not in Morsel._flags:
                return
            found.append((key, mark, value))
        for key, mark, value in found:
            if key[0] == "$":
                if morsel is not None:
                    morsel[key[1:]] = _unquote(value)
            elif key.lower() in Morsel._reserved:
                if morsel is None:
                    return
                morsel[key] = _unquote(value) if mark else True
            else:
                self._set(key, *self.value_decode(value))
                morsel = self[key]

    def output(self, attrs=None, header="Set-Cookie:", sep="\r\n"):
        return sep.join([morsel.output(attrs, header) for key, morsel in sorted(self.items())])

    __str__ = output

    def __repr__(self):
        return "<%s: %s>" % (type(self).__name__, " ".join(["%s=%r" % (key, morsel.value) for key, morsel in sorted(self.items())]))


# Between semicolons that are not quoted.
def _parts(text):
    part, quoted, at = "", False, 0
    while at < len(text):
        c = text[at]
        if quoted and c == "\\":
            part += c
            at += 1
            c = text[at : at + 1]
        elif c == '"':
            quoted = not quoted
        elif c == ";" and not quoted:
            yield part
            part = ""
            at += 1
            continue
        part += c
        at += 1
    if part.strip():
        yield part


class SimpleCookie(BaseCookie):
    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        return str(val), _quote(str(val))
