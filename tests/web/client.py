# What programs do with `requests`: the same in CPython. The argument is a server.
import sys

import requests
from requests.exceptions import HTTPError, RequestException

base = sys.argv[1]
r = requests.get(base + "/json", params={"q": "a b&c", "n": [1, 2], "no": None}, timeout=5)
print(r, r.ok, bool(r), r.status_code == requests.codes.ok, r.reason, r.url[len(base):], r.encoding)
print(r.json(), r.headers["content-type"], "CONTENT-length" in r.headers, r.headers.get("nothing", 1))
print(r.text, r.content[:5], len(list(r.iter_content(4))), r.history, r.is_redirect)


def sent(response):
    lines = response.text.split("\n")
    ours = ("X-", "Content-", "Cookie", "Authorization")
    return lines[:3] + [line for line in lines[3:] if line.startswith(ours) and line != "Content-Length: 0"]


echo = base + "/echo"
print(sent(requests.post(echo, json={"a": [1, None, "é"]})))
print(sent(requests.post(echo, {"a": "b c", "d": ["1", "2"]})))
print(sent(requests.post(echo, data=[("a", "1"), ("a", "2")])))
print(sent(requests.post(echo, data="text", headers={"Content-Type": "text/x", "X-None": None})))
print(sent(requests.put(echo, b"bytes")))
print(sent(requests.patch(echo, data={"x": 1})))
print(sent(requests.delete(echo, params="raw=1")))
print(sent(requests.get(echo + "?a=1", params={"b": 2}, headers={"X-A": "1"}, cookies={"c": "d"}, auth=("me", "pass"))))
print(sent(requests.request("get", echo)))
print(requests.head(base + "/json").headers["Content-Length"], requests.head(base + "/to?url=/json").status_code)
print(requests.get(base + "/to?url=/json", allow_redirects=False).headers["Location"])
r = requests.get(base + "/to?url=/json")
print(r.url[len(base):], r.history, [h.url[len(base):] for h in r.history])
print(list(requests.get(base + "/lines").iter_lines()), list(requests.get(base + "/lines").iter_lines(decode_unicode=True))[:1])

with requests.Session() as session:
    session.headers.update({"X-S": "s", "X-T": "t"})
    session.params = {"p": "q"}
    session.auth = ("you", "word")
    print(sent(session.get(echo, headers={"x-t": "u"})))
    print(sent(session.post(echo, json=[], params={"r": "s"})))

try:
    requests.get(base + "/status?code=503").raise_for_status()
except HTTPError as e:
    print(str(e).replace(base, ""), e.response.status_code, isinstance(e, RequestException), isinstance(e, OSError))
print(requests.get(base + "/status?code=204").raise_for_status(), bool(requests.get(base + "/status?code=404")))
for code in (requests.get(base + "/lines").json,
             lambda: requests.get("no address"), lambda: requests.get(base + "/slow", timeout=0.2),
             lambda: requests.get(base + "/round"), lambda: requests.get(base + "/garbage"),
             lambda: requests.get(base + "/json", headers={"X": "a\nb"})):
    try:
        code()
        print("nothing raised")
    except RequestException as e:
        print(type(e).__name__ in ("JSONDecodeError", "MissingSchema", "ReadTimeout", "TooManyRedirects",
                                   "ConnectionError", "InvalidHeader"), isinstance(e, ValueError), type(e).__name__)
