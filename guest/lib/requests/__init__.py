"""requests: the well-known module, in the shape that programs use, over http.fetch()."""

import http
import json as _json
from base64 import b64encode
from urllib.parse import urlencode

from requests import exceptions
from requests.exceptions import (ConnectionError, ConnectTimeout, HTTPError, JSONDecodeError, ReadTimeout,
                                 RequestException, SSLError, Timeout, TooManyRedirects)
from requests.structures import CaseInsensitiveDict


class codes:
    ok, created, no_content, not_found, too_many_requests = 200, 201, 204, 404, 429


class Response:
    def __init__(self, answer):
        self.status_code = answer["status"]
        self.reason = answer["reason"]
        self.url = answer["url"]
        self.content = answer["body"]
        self.headers = CaseInsensitiveDict()
        for name, value in answer["headers"]:
            known = self.headers.get(name)
            self.headers[name] = value if known is None else known + ", " + value
        self.history = []
        for status, url in answer["history"]:
            self.history.append(Response({"status": status, "reason": "", "url": url, "headers": [], "body": b"", "history": []}))
        kind = self.headers.get("Content-Type", "").lower()
        charset = kind.partition("charset=")[2].partition(";")[0].strip("'\" ")
        self.encoding = charset or ("utf-8" if "json" in kind else "ISO-8859-1" if "text" in kind else None)
        self.apparent_encoding = "utf-8"

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def is_redirect(self):
        return "location" in self.headers and self.status_code in (301, 302, 303, 307, 308)

    @property
    def text(self):
        try:
            return self.content.decode(self.encoding or "utf-8", "replace")
        except LookupError:
            return self.content.decode("utf-8", "replace")

    def json(self, **kwargs):
        try:
            return _json.loads(self.content, **kwargs)
        except ValueError as e:
            raise JSONDecodeError(getattr(e, "msg", str(e)), self.text, getattr(e, "pos", 0))

    def raise_for_status(self):
        if self.status_code >= 400:
            side = "Client" if self.status_code < 500 else "Server"
            text = "%d %s Error: %s for url: %s" % (self.status_code, side, self.reason, self.url)
            raise HTTPError(text, response=self)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        data = self.text if decode_unicode and self.encoding else self.content
        size = chunk_size or len(data) or 1
        return iter([data[i : i + size] for i in range(0, len(data), size)])

    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        data = self.text if decode_unicode and self.encoding else self.content
        return iter(data.split(delimiter) if delimiter else data.splitlines())

    def close(self):
        pass

    def __iter__(self):
        return self.iter_content(128)

    def __bool__(self):
        return self.ok

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def __repr__(self):
        return "<Response [%d]>" % self.status_code


def _pairs(data):
    found = []
    for key, value in data.items() if hasattr(data, "items") else data:
        if value is not None:
            found.append((key, value))
    return urlencode(found, True)


def _fetch(*args):
    try:
        return Response(http.fetch(*args))
    except PermissionError:
        raise
    except TimeoutError as e:
        raise ReadTimeout(str(e))
    except OSError as e:
        raise (SSLError if "SSL" in str(e) else ConnectionError)(str(e))
    except ValueError as e:
        text = str(e)
        kind = (exceptions.MissingSchema if "does not begin with" in text else exceptions.InvalidURL if "the address" in text
                else exceptions.InvalidHeader if text.startswith("the header ") else ConnectionError)
        raise kind(text)
    except HostError as e:
        raise TooManyRedirects(e.args[1])


def request(method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None, timeout=None,
            allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None, json=None):
    for name, value in (("files", files), ("proxies", proxies), ("hooks", hooks), ("cert", cert)):
        if value:
            raise ValueError("requests has no %s in this sandbox" % name)
    if verify not in (None, True):
        raise ValueError("certificates are the host's matter: leave verify out")
    sent = CaseInsensitiveDict(headers or {})
    kind = None
    if params:
        url, mark, fragment = url.partition("#")
        text = params if isinstance(params, str) else _pairs(params)
        if text:
            url += ("&" if "?" in url else "?") + text
        url += mark + fragment
    if hasattr(data, "read"):
        data = data.read()
    if data and not isinstance(data, (str, bytes)):
        data = _pairs(data)
        kind = "application/x-www-form-urlencoded"
    elif not data and json is not None:
        data = _json.dumps(json, allow_nan=False)
        kind = "application/json"
    if kind and "Content-Type" not in sent:
        sent["Content-Type"] = kind
    if cookies:
        sent["Cookie"] = "; ".join(["%s=%s" % pair for pair in cookies.items()])
    if auth:
        sent["Authorization"] = "Basic " + b64encode(("%s:%s" % tuple(auth)).encode()).decode()
    names = {}
    for name, value in sent.items():
        if value is not None:
            names[name] = value if isinstance(value, str) else value.decode()
    if isinstance(timeout, tuple):
        timeout = sum([part or 0 for part in timeout]) or None
    return _fetch(url, method.upper(), names, data or None, timeout, 10 if allow_redirects else 0)


# get(url, params), post(url, data, json) and so on: what may stand at which place.
def _verb(method, *places):
    def verb(self, url, *args, **kwargs):
        kwargs.update(zip(places, args))
        if method == "HEAD":
            kwargs.setdefault("allow_redirects", False)
        return self.request(method, url, **kwargs)

    return verb


class Session:
    def __init__(self):
        self.headers = CaseInsensitiveDict()
        self.params = {}
        self.cookies = {}
        self.auth = None

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, *args, **kwargs):
        both = CaseInsensitiveDict(self.headers)
        both.update(headers or {})
        if self.params and not isinstance(params, str):
            params = dict(self.params, **(params or {}))
        if self.auth:
            kwargs.setdefault("auth", self.auth)
        return request(method, url, params, data, both, dict(self.cookies, **(cookies or {})), *args, **kwargs)

    get = _verb("GET", "params")
    options = _verb("OPTIONS")
    head = _verb("HEAD")
    post = _verb("POST", "data", "json")
    put = _verb("PUT", "data")
    patch = _verb("PATCH", "data")
    delete = _verb("DELETE")

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


session = Session
_plain = Session()
get, options, head, post, put, patch, delete = (_plain.get, _plain.options, _plain.head, _plain.post, _plain.put,
                                                _plain.patch, _plain.delete)
