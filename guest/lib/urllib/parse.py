"""urllib.parse: addresses in parts, quoted, joined."""

from collections import namedtuple

_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_WITH_NETLOC = ("", "ftp", "http", "https", "ws", "wss", "file", "svn", "git", "ssh", "sftp", "nfs", "mms", "rtsp", "git+ssh")
_WITH_PARAMS = ("", "ftp", "http", "https", "sftp", "sip", "sips", "mms", "tel", "rtsp", "hdl", "prospero", "shttp")
_WITH_RELATIVE = ("", "ftp", "http", "https", "ws", "wss", "file", "sftp", "svn", "nfs", "imap", "mms", "gopher", "nntp")
_SCHEME = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."


def quote(string, safe="/", encoding="utf-8", errors="strict"):
    if isinstance(string, str):
        string = string.encode(encoding or "utf-8", errors or "strict")
    return quote_from_bytes(string, safe)


def quote_from_bytes(bs, safe="/"):
    keep = _SAFE | frozenset(safe.encode() if isinstance(safe, str) else safe)
    return "".join([chr(b) if b in keep else "%%%02X" % b for b in bs])


def quote_plus(string, safe="", encoding="utf-8", errors="strict"):
    space = b" " if isinstance(string, bytes) else " "
    if space not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + " ", encoding, errors).replace(" ", "+")


def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode()
    parts = string.split(b"%")
    out = [parts[0]]
    for part in parts[1:]:
        try:
            out.append(bytes([int(part[:2].decode(), 16)]) if len(part) >= 2 else b"%")
            out.append(part[2:] if len(part) >= 2 else part)
        except ValueError:
            out.append(b"%" + part)
    return b"".join(out)


def unquote(string, encoding="utf-8", errors="replace"):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    return unquote_to_bytes(string).decode(encoding, errors) if "%" in string else string


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def urlencode(query, doseq=False, safe="", encoding="utf-8", errors="strict", quote_via=quote_plus):
    def quoted(value):
        return quote_via(value if isinstance(value, bytes) else str(value), safe)

    pairs = []
    for key, value in query.items() if hasattr(query, "items") else query:
        if doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__iter__"):
            pairs.extend(["%s=%s" % (quoted(key), quoted(item)) for item in value])
        else:
            pairs.append("%s=%s" % (quoted(key), quoted(value)))
    return "&".join(pairs)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&"):
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
            pairs.append((unquote_plus(key), unquote_plus(value)))
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
        if host[:1] == "[":
            host, _, port = host[1:].partition("]")
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
        return self._hostinfo[0].lower() or None

    @property
    def port(self):
        port = self._hostinfo[1]
        if port is None:
            return None
        if not port.isdigit():
            raise ValueError("Port could not be cast to integer value as %r" % port)
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)


class SplitResult(_Place, namedtuple("SplitResult", "scheme netloc path query fragment")):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Place, namedtuple("ParseResult", "scheme netloc path params query fragment")):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResult(namedtuple("DefragResult", "url fragment")):
    __slots__ = ()

    def geturl(self):
        return self.url + ("#" + self.fragment if self.fragment else "")


def urlsplit(url, scheme="", allow_fragments=True):
    for c in "\t\r\n":
        url = url.replace(c, "")
    netloc = query = fragment = ""
    at = url.find(":")
    if at > 0 and url[0].isalpha() and all(c in _SCHEME for c in url[:at]):
        scheme, url = url[:at].lower(), url[at + 1 :]
    if url[:2] == "//":
        end = min([i for i in (url.find("/", 2), url.find("?", 2), url.find("#", 2), len(url)) if i >= 0])
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments and "#" in url:
        url, _, fragment = url.partition("#")
    if "?" in url:
        url, _, query = url.partition("?")
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in _WITH_PARAMS and ";" in path:
        at = path.find(";", path.rfind("/") + 1 if "/" in path else 0)
        if at >= 0:
            path, params = path[:at], path[at + 1 :]
    return ParseResult(scheme, netloc, path, params, query, fragment)


def urlunsplit(components):
    scheme, netloc, url, query, fragment = components
    if netloc or scheme and scheme in _WITH_NETLOC and url[:2] != "//":
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url += "?" + query
    return url + "#" + fragment if fragment else url


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    return urlunsplit((scheme, netloc, url + ";" + params if params else url, query, fragment))


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    b = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, b.scheme, allow_fragments)
    if scheme != b.scheme or scheme not in _WITH_RELATIVE:
        return url
    if scheme in _WITH_NETLOC:
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
    if "#" not in url:
        return DefragResult(url, "")
    scheme, netloc, path, params, query, fragment = urlparse(url)
    return DefragResult(urlunparse((scheme, netloc, path, params, query, "")), fragment)
