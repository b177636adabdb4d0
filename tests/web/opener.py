# What programs do with urllib.request: the same in CPython. The argument is a server.
import json
import sys
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

base = sys.argv[1]
with urlopen(base + "/json?a=1", timeout=5) as r:
    print(r.status, r.getcode(), r.reason, r.url[len(base):], r.geturl() == r.url, r.headers["content-type"])
    print(json.load(r))
print(urlopen(base + "/lines").read(), [line for line in urlopen(base + "/lines")])


def sent(response):
    lines = response.read().decode().split("\n")
    return lines[:3] + [line for line in lines[3:] if line.startswith(("X-", "Content-"))]


echo = base + "/echo"
print(sent(urlopen(echo, data=urlencode({"a": "b c"}).encode())))
print(sent(urlopen(Request(echo, data=b"{}", headers={"Content-Type": "application/json", "X-a": "b"}, method="PUT"))))
print(sent(urlopen(base + "/to?url=/echo")))
request = Request(echo)
request.add_header("X-B", "c")
print(request.get_method(), request.full_url == echo, sent(urlopen(request)))
try:
    urlopen(base + "/status?code=404")
except HTTPError as e:
    print(e, e.code, e.read(), isinstance(e, URLError), isinstance(e, OSError))
try:
    urlopen("http://127.0.0.1:%s/" % sys.argv[2])
except URLError as e:
    print(type(e).__name__)
