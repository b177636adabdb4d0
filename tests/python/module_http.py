# http: statuses, cookies, and what of servers needs no network.
from http import HTTPMethod, HTTPStatus, cookies
from http.client import HTTPConnection, HTTPException, responses
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler, HTTPServer
from unittest.mock import patch

print(HTTPStatus.OK, repr(HTTPStatus.NOT_FOUND), HTTPStatus(418).phrase, HTTPStatus.OK == 200, HTTPStatus["CREATED"].value, len(HTTPStatus) > 50)
print(responses[404], issubclass(HTTPException, Exception), HTTPMethod.POST == "POST")
cookie = SimpleCookie()
cookie["user"] = "ann"
cookie["user"]["path"] = "/"
cookie["user"]["httponly"] = True
cookie["text"] = 'a "b"; c'
print(cookie.output())
print(cookie["user"].OutputString(), cookie["text"].value, sorted(cookie))
read = SimpleCookie('a=1; b="x\\073y"; path=/p')
print({name: morsel.value for name, morsel in read.items()}, read["b"]["path"], repr(read))
for wrong in (lambda: cookie["user"].update, lambda: cookie.__setitem__("bad key", "x"), lambda: cookie["user"].__setitem__("nope", 1)):
    try:
        wrong()
    except CookieError as error:
        print(error)

with patch.object(HTTPConnection, "getresponse") as answer, patch.object(HTTPConnection, "request") as request:
    answer.return_value.status = 200
    connection = HTTPConnection("host", 8080)
    connection.request("GET", "/")
    print(connection.getresponse().status, request.call_args, connection.port)
print(HTTPServer.__mro__[1].__name__, BaseHTTPRequestHandler.protocol_version, cookies.SimpleCookie is SimpleCookie)
try:
    from http import nothing
except ImportError as error:
    print(type(error).__mro__[-4].__name__)
