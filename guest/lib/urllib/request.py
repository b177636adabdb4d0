"""urllib.request: urlopen(), where the web is granted; file: and data: need no web."""

import http
from io import BytesIO
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, unquote_to_bytes, urlsplit

_opener = None


class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        parts = urlsplit(url)
        if not parts.scheme:
            raise ValueError("unknown url type: %r" % url)
        self.type = parts.scheme
        self.host = parts.netloc
        self.selector = (parts.path or "/") + ("?" + parts.query if parts.query else "")
        self.fragment = parts.fragment or None
        self.origin_req_host = origin_req_host or parts.hostname or ""
        self.unverifiable = unverifiable
        self.data = data
        self.headers = {}
        self.unredirected_hdrs = {}
        if method:
            self.method = method
        for name, value in headers.items():
            self.add_header(name, value)

    def get_full_url(self):
        return self.full_url

    def get_method(self):
        return getattr(self, "method", None) or ("POST" if self.data is not None else "GET")

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, name):
        return name in self.headers or name in self.unredirected_hdrs

    def get_header(self, name, default=None):
        return self.headers.get(name, self.unredirected_hdrs.get(name, default))

    def remove_header(self, name):
        self.headers.pop(name, None)
        self.unredirected_hdrs.pop(name, None)

    def header_items(self):
        return list(dict(self.unredirected_hdrs, **self.headers).items())


class _Response(BytesIO):
    def __init__(self, answer):
        from requests.structures import CaseInsensitiveDict

        super().__init__(answer["body"])
        self.status = self.code = answer["status"]
        self.reason = self.msg = answer["reason"]
        self.url = answer["url"]
        self.headers = CaseInsensitiveDict(answer["headers"])

    def __enter__(self):
        return self

    def geturl(self):
        return self.url

    def getcode(self):
        return self.status

    def info(self):
        return self.headers

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return list(self.headers.items())


# What needs no web: a file that is granted, or what the address itself says.
def _near(url, kind):
    if kind == "file":
        path = unquote(urlsplit(url).path)
        try:
            with open(path, "rb") as f:
                body = f.read()
        except OSError as e:
            raise URLError(e)
        from mimetypes import guess_type

        media = guess_type(path)[0] or "text/plain"
    else:
        media, _, text = url[5:].partition(",")
        body = unquote_to_bytes(text)
        if media.endswith(";base64"):
            from base64 import decodebytes

            media, body = media[:-7], decodebytes(body)
        media = media or "text/plain;charset=US-ASCII"
    headers = [("Content-type", media), ("Content-length", str(len(body)))]
    return _Response({"body": body, "status": None, "reason": None, "url": url, "headers": headers})


def urlopen(url, data=None, timeout=None, *, cafile=None, capath=None, cadefault=False, context=None):
    if _opener is not None:
        return _opener.open(url, data, timeout)
    return _fetched(url, data, timeout)


def _fetched(url, data=None, timeout=None):
    asked = Request(url) if isinstance(url, str) else url
    if data is not None:
        asked.data = data
    if isinstance(asked.data, str):
        raise TypeError("POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.")
    if asked.type in ("file", "data"):
        return _near(asked.full_url, asked.type)
    if asked.type not in ("http", "https"):
        raise URLError("unknown url type: " + asked.type)
    if not asked.host:
        raise URLError("no host given")
    headers = {} if asked.data is None else {"Content-Type": "application/x-www-form-urlencoded"}
    for name, value in asked.header_items():
        headers[name.title()] = value
    try:
        answer = _Response(http.fetch(asked.full_url, asked.get_method(), headers, asked.data, timeout))
    except (PermissionError, TimeoutError):
        raise
    except OSError as e:
        raise URLError(e)
    if answer.status >= 400:
        raise HTTPError(answer.url, answer.status, answer.reason, answer.headers, answer)
    return answer


def urlretrieve(url, filename=None, reporthook=None, data=None):
    with urlopen(url, data) as answer:
        headers = answer.info()
        size = int(headers.get("Content-Length", -1))
        if filename is None:
            from tempfile import mkstemp

            filename = mkstemp()[1]
        done = count = 0
        with open(filename, "wb") as f:
            while True:
                if reporthook:
                    reporthook(count, 8192, size)
                block = answer.read(8192)
                if not block:
                    break
                done += len(block)
                count += 1
                f.write(block)
    if done < size:
        raise ContentTooShortError("retrieval incomplete: got only %i out of %i bytes" % (done, size), (filename, headers))
    return filename, headers


def urlcleanup():
    install_opener(None)


class OpenerDirector:
    def __init__(self):
        self.addheaders = [("User-agent", "Python-urllib/3.11")]
        self.handlers = []

    # Those that change a request are asked; those that would make connections of their own cannot.
    def add_handler(self, handler):
        for kind in ("http", "https"):
            if hasattr(handler, kind + "_open"):
                raise NotImplementedError("urllib.request: the host makes the connections: no handler of one's own can open them")
        self.handlers.append(handler)

    def open(self, fullurl, data=None, timeout=None):
        asked = Request(fullurl) if isinstance(fullurl, str) else fullurl
        if data is not None:
            asked.data = data
        for name, value in self.addheaders:
            if not asked.has_header(name.capitalize()) and asked.type in ("http", "https"):
                asked.add_unredirected_header(name, value)
        for handler in self.handlers:
            asked = getattr(handler, asked.type + "_request", lambda request: request)(asked)
        answer = _fetched(asked, None, timeout)
        for handler in self.handlers:
            answer = getattr(handler, asked.type + "_response", lambda request, answer: answer)(asked, answer)
        return answer

    def close(self):
        pass


class BaseHandler:
    handler_order = 500

    def add_parent(self, parent):
        self.parent = parent

    def close(self):
        pass


class HTTPHandler(BaseHandler):
    def __init__(self, debuglevel=0, context=None, check_hostname=None):
        pass


class HTTPSHandler(HTTPHandler):
    pass


class HTTPRedirectHandler(BaseHandler):
    pass


class HTTPDefaultErrorHandler(BaseHandler):
    pass


class HTTPErrorProcessor(BaseHandler):
    pass


class UnknownHandler(BaseHandler):
    pass


class FileHandler(BaseHandler):
    pass


class DataHandler(BaseHandler):
    pass


class ProxyHandler(BaseHandler):
    def __init__(self, proxies=None):
        if proxies:
            raise PermissionError("urllib.request: the host makes the connections: no proxy can be named here")
        self.proxies = {}


class HTTPPasswordMgr:
    def __init__(self):
        self.passwd = []

    def add_password(self, realm, uri, user, passwd):
        for one in [uri] if isinstance(uri, str) else uri:
            self.passwd.append((realm, one, user, passwd))

    def find_user_password(self, realm, authuri):
        for known, uri, user, passwd in self.passwd:
            if known in (realm, None) and authuri.split("://")[-1].startswith(uri.split("://")[-1]):
                return user, passwd
        return None, None


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    pass


# A password is sent with the first request, not only once it is asked for.
class HTTPBasicAuthHandler(BaseHandler):
    def __init__(self, password_mgr=None):
        self.passwd = password_mgr or HTTPPasswordMgr()
        self.add_password = self.passwd.add_password

    def http_request(self, request):
        user, passwd = self.passwd.find_user_password(None, request.full_url)
        if user is not None and not request.has_header("Authorization"):
            from base64 import b64encode

            request.add_unredirected_header("Authorization", "Basic " + b64encode(("%s:%s" % (user, passwd)).encode()).decode())
        return request

    https_request = http_request


def build_opener(*handlers):
    opener = OpenerDirector()
    for handler in handlers:
        opener.add_handler(handler() if isinstance(handler, type) else handler)
    return opener


def install_opener(opener):
    global _opener
    _opener = opener


def pathname2url(pathname):
    return quote(pathname)


def url2pathname(pathname):
    return unquote(pathname)


def getproxies():
    return {}


def parse_http_list(s):
    parts, quoted = [""], False
    for at, c in enumerate(s):
        if c == '"' and s[at - 1:at] != "\\":
            quoted = not quoted
        if c == "," and not quoted:
            parts.append("")
        else:
            parts[-1] += c
    return [part.strip() for part in parts if part.strip()]
