"""urllib.request: urlopen(), where the web is granted."""

import http
from io import BytesIO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote


class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.data = data
        self.headers = {}
        self.method = method
        for name, value in headers.items():
            self.add_header(name, value)

    def get_full_url(self):
        return self.full_url

    def get_method(self):
        return self.method or ("POST" if self.data is not None else "GET")

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def has_header(self, name):
        return name in self.headers

    def get_header(self, name, default=None):
        return self.headers.get(name, default)


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


def urlopen(url, data=None, timeout=None, *, context=None):
    asked = Request(url, data) if isinstance(url, str) else url
    if data is not None:
        asked.data = data
    headers = {} if asked.data is None else {"Content-Type": "application/x-www-form-urlencoded"}
    for name, value in asked.headers.items():
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
