"""http.client: connections that hand each request to the host, where the web is granted."""

import http
from email.message import Message
from http import HTTPStatus
from io import BytesIO

HTTP_PORT, HTTPS_PORT = 80, 443
responses = {status.value: status.phrase for status in HTTPStatus}
for _status in HTTPStatus:
    globals()[_status.name] = _status


class HTTPException(Exception):
    pass


class InvalidURL(HTTPException):
    pass


class NotConnected(HTTPException):
    pass


class ImproperConnectionState(HTTPException):
    pass


class CannotSendRequest(ImproperConnectionState):
    pass


class ResponseNotReady(ImproperConnectionState):
    pass


class BadStatusLine(HTTPException):
    pass


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    pass


class IncompleteRead(HTTPException):
    def __init__(self, partial, expected=None):
        self.args = (partial,)
        self.partial = partial
        self.expected = expected


class HTTPMessage(Message):
    pass


class HTTPResponse(BytesIO):
    version = 11

    def __init__(self, answer):
        BytesIO.__init__(self, answer["body"])
        self.status = self.code = answer["status"]
        self.reason = answer["reason"]
        self.url = answer["url"]
        self.headers = self.msg = HTTPMessage()
        for name, value in answer["headers"]:
            self.headers.add_header(name, value)

    def getheader(self, name, default=None):
        found = self.headers.get_all(name)
        return ", ".join(found) if found else default

    def getheaders(self):
        return self.headers.items()

    def getcode(self):
        return self.status

    def geturl(self):
        return self.url

    def info(self):
        return self.headers


class HTTPConnection:
    default_port = HTTP_PORT
    _scheme = "http"

    def __init__(self, host, port=None, timeout=None, source_address=None, blocksize=8192):
        self.host, mark, given = host.partition(":")
        if mark and not given.isdigit():
            raise InvalidURL("nonnumeric port: '%s'" % given)
        self.port = port or int(given or self.default_port)
        self.timeout = timeout
        self._answer = None

    def connect(self):
        pass

    def close(self):
        self._answer = None

    def set_debuglevel(self, level):
        pass

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        port = "" if self.port == self.default_port else ":%d" % self.port
        if hasattr(body, "read"):
            body = body.read()
        self._answer = http.fetch(self._scheme + "://" + self.host + port + url, method, dict(headers), body, self.timeout, 0)

    def getresponse(self):
        if self._answer is None:
            raise ResponseNotReady("Idle")
        answer, self._answer = self._answer, None
        return HTTPResponse(answer)


class HTTPSConnection(HTTPConnection):
    default_port = HTTPS_PORT
    _scheme = "https"

    def __init__(self, host, port=None, *args, timeout=None, context=None, **kwargs):
        HTTPConnection.__init__(self, host, port, timeout)
