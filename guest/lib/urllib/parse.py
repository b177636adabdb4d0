"""urllib.parse: addresses in parts, quoted, joined."""

from collections import namedtuple

_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
uses_relative = ' ftp http gopher nntp imap wais file https shttp mms prospero rtsp rtsps rtspu sftp svn svn+ssh ws wss'.split(" ")
uses_netloc = ' ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtsps rtspu rsync svn svn+ssh sftp nfs git git+ssh ws wss'.split(" ")
uses_params = ' ftp hdl prospero http imap https shttp rtsp rtsps rtspu sip sips mms sftp tel'.split(" ")
_CONTROLS = "".join([chr(c) for c in range(33)])
_SCHEME = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."


def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif encoding is not None or errors is not None:
        raise TypeError("quote() doesn't support '%s' for bytes" % ("encoding" if encoding is not None else "errors"))
    return quote_from_bytes(string, safe)


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    keep = _SAFE | frozenset(safe.encode() if isinstance(safe, str) else safe)
    return "".join([chr(b) if b in keep and b < 128 else "%%%02X" % b for b in bs])


def quote_plus(string, safe="", encoding=None, errors=None):
    space = b" " if isinstance(string, bytes) else " "
    if isinstance(string, (str, bytes)) and space not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + (" " if isinstance(safe, str) else b" "), encoding, errors).replace(" ", "+")


def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode()
    parts = string.split(b"%")
    out = [parts[0]]
    for part in parts[1:]:
        digits = part[:2].decode("latin-1")
        if len(digits) == 2 and all(c in "0123456789abcdefABCDEF" for c in digits):
            out.append(bytes([int(digits, 16)]))
            out.append(part[2:])
        else:
            out.append(b"%" + part)
    return b"".join(out)


def unquote(string, encoding="utf-8", errors="replace"):
    encoding, errors = encoding or "utf-8", errors or "replace"
    if isinstance(string, (bytes, bytearray)):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        return string
    if string.isascii():
        return unquote_to_bytes(string).decode(encoding, errors)
    import re

    return re.sub("[\0-\x7f]+", lambda run: unquote_to_bytes(run.group()).decode(encoding, errors), string)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    if hasattr(query, "items"):
        query = query.items()
    elif not hasattr(query, "__len__") or len(query) and not isinstance(query[0], tuple):
        raise TypeError("not a valid non-string sequence or mapping object")
    pairs = []
    for key, value in query:
        many = doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__len__")
        pairs.extend(["%s=%s" % (quoted(key), quoted(item)) for item in (value if many else (value,))])
    return "&".join(pairs)


def _same(value):
    return value


def _encoded(value):
    return value.encode("ascii", "strict")


# Bytes are worked on as text: the texts, and what makes the answer of it.
def _texts(*args):
    text = isinstance(args[0], str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) != text:
            raise TypeError("Cannot mix str and non-str arguments")
    if text:
        return args + (_same,)
    return tuple([arg.decode("ascii", "strict") if arg else "" for arg in args]) + (_encoded,)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&"):
    qs, answer = _texts(qs)
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    separator = _texts(separator)[0]
    pairs = []
    fields = qs.split(separator) if qs else []
    if max_num_fields is not None and len(fields) > max_num_fields:
        raise ValueError("Max number of fields exceeded")
    for field in fields:
        if not field and not strict_parsing:
            continue
        key, equals, value = field.partition("=")
        if not equals and strict_parsing:
            raise ValueError("bad query field: %r" % (field,))
        if value or keep_blank_values:
            pairs.append((answer(unquote_plus(key, encoding, errors)), answer(unquote_plus(value, encoding, errors))))
    return pairs


def parse_qs(qs, *args, **kwargs):
    found = {}
    for key, value in parse_qsl(qs, *args, **kwargs):
        found.setdefault(key, []).append(value)
    return found


class _Place:
    @property
    def _userinfo(self):
        user, at, host = self.netloc.rpartition("@")
        if not at:
            return None, None
        name, colon, password = user.partition(":")
        return name, password if colon else None

    @property
    def _hostinfo(self):
        host = self.netloc.rpartition("@")[2]
        _, bracket, inside = host.partition("[")
        if bracket:
            host, _, port = inside.partition("]")
            port = port.partition(":")[2]
        else:
            host, _, port = host.partition(":")
        return host, port or None

    @property
    def username(self):
        return self._userinfo[0]

    @property
    def password(self):
        return self._userinfo[1]

    @property
    def hostname(self):
        host, percent, zone = self._hostinfo[0].partition("%")
        return host.lower() + percent + zone or None

    @property
    def port(self):
        port = self._hostinfo[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError("Port could not be cast to integer value as %r" % port)
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)


class _Text:
    def encode(self, encoding="ascii", errors="strict"):
        return self._other(*[part.encode(encoding, errors) for part in self])


class _Bytes:
    def decode(self, encoding="ascii", errors="strict"):
        return self._other(*[part.decode(encoding, errors) for part in self])

    def geturl(self):
        return _encoded(self.decode().geturl())


# Of bytes: what the same in text has to say.
class _BytesPlace(_Bytes):
    port = property(lambda self: self.decode().port)
    username, password, hostname = [
        property(lambda self, name=name: getattr(self.decode(), name) and _encoded(getattr(self.decode(), name)))
        for name in ("username", "password", "hostname")]


class SplitResult(_Place, _Text, namedtuple("SplitResult", "scheme netloc path query fragment")):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class SplitResultBytes(_BytesPlace, namedtuple("SplitResultBytes", "scheme netloc path query fragment")):
    __slots__ = ()


class ParseResult(_Place, _Text, namedtuple("ParseResult", "scheme netloc path params query fragment")):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class ParseResultBytes(_BytesPlace, namedtuple("ParseResultBytes", "scheme netloc path params query fragment")):
    __slots__ = ()


class DefragResult(_Text, namedtuple("DefragResult", "url fragment")):
    __slots__ = ()

    def geturl(self):
        return self.url + ("#" + self.fragment if self.fragment else "")


class DefragResultBytes(_Bytes, namedtuple("DefragResultBytes", "url fragment")):
    __slots__ = ()


for _text, _bytes in ((SplitResult, SplitResultBytes), (ParseResult, ParseResultBytes), (DefragResult, DefragResultBytes)):
    _text._other, _bytes._other = _bytes, _text


def _check_brackets(host):
    if host[:1] == "v":
        number, _, rest = host[1:].partition(".")
        if not rest or not number or not all(c in "0123456789abcdefABCDEF" for c in number):
            raise ValueError("IPvFuture address is invalid")
        return
    import ipaddress

    if ipaddress.ip_address(host).version == 4:
        raise ValueError("An IPv4 address cannot be in brackets")


def urlsplit(url, scheme="", allow_fragments=True):
    url, scheme, answer = _texts(url, scheme)
    url, scheme = url.lstrip(_CONTROLS), scheme.strip(_CONTROLS)
    for c in "\t\r\n":
        url, scheme = url.replace(c, ""), scheme.replace(c, "")
    netloc = query = fragment = ""
    at = url.find(":")
    if at > 0 and url[0].isalpha() and url[0].isascii() and all(c in _SCHEME for c in url[:at]):
        scheme, url = url[:at].lower(), url[at + 1 :]
    if url[:2] == "//":
        end = min([i for i in (url.find("/", 2), url.find("?", 2), url.find("#", 2), len(url)) if i >= 0])
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
        if "[" in netloc:
            _check_brackets(netloc.partition("[")[2].partition("]")[0])
    if allow_fragments and "#" in url:
        url, _, fragment = url.partition("#")
    if "?" in url:
        url, _, query = url.partition("?")
    return answer(SplitResult(scheme, netloc, url, query, fragment))


def urlparse(url, scheme="", allow_fragments=True):
    url, scheme, answer = _texts(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        at = path.find(";", path.rfind("/") + 1 if "/" in path else 0)
        if at >= 0:
            path, params = path[:at], path[at + 1 :]
    return answer(ParseResult(scheme, netloc, path, params, query, fragment))


def urlunsplit(components):
    scheme, netloc, url, query, fragment, answer = _texts(*components)
    if netloc or scheme and scheme in uses_netloc and url[:2] != "//":
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url += "?" + query
    return answer(url + "#" + fragment if fragment else url)


def urlunparse(components):
    scheme, netloc, url, params, query, fragment, answer = _texts(*components)
    return answer(urlunsplit((scheme, netloc, url + ";" + params if params else url, query, fragment)))


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    base, url, answer = _texts(base, url)
    return answer(_joined(base, url, allow_fragments))


def _joined(base, url, allow_fragments):
    b = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, b.scheme, allow_fragments)
    if scheme != b.scheme or scheme not in uses_relative:
        return url
    if scheme in uses_netloc:
        if netloc:
            return urlunparse((scheme, netloc, path, params, query, fragment))
        netloc = b.netloc
    if not path and not params:
        return urlunparse((scheme, netloc, b.path, b.params, query or b.query, fragment))
    parts = b.path.split("/")
    if parts[-1] != "":
        del parts[-1]
    if path[:1] == "/":
        segments = path.split("/")
    else:
        segments = parts + path.split("/")
        segments[1:-1] = [segment for segment in segments[1:-1] if segment]
    resolved = []
    for segment in segments:
        if segment == "..":
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return urlunparse((scheme, netloc, "/".join(resolved) or "/", params, query, fragment))


def urldefrag(url):
    url, answer = _texts(url)
    if "#" not in url:
        return answer(DefragResult(url, ""))
    scheme, netloc, path, params, query, fragment = urlparse(url)
    return answer(DefragResult(urlunparse((scheme, netloc, path, params, query, "")), fragment))
