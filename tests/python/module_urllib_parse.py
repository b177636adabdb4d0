# urllib.parse.
from urllib.parse import *
import urllib.parse

for url in ("http://user:pw@host.com:8080/path;p/file;x?q=1&r=2#frag", "//host/path", "path/only?x", "mailto:a@b.c", "http://[::1]:80/", "HTTP://H/", "", "http:", "a:80", "ftp://x/y;type=a"):
    p = urlparse(url)
    print(tuple(p), p.hostname, p.username, p.password, p.geturl() == url, tuple(urlsplit(url)))
print(urlparse("http://h:90/").port, urlsplit("http://h/#f", allow_fragments=False).path, urlunparse(("http", "h", "p", "", "q", "f")))
print(quote("a b/c?é&"), quote("a/b", safe=""), quote_plus("a b&c+d"), unquote("a%20b%C3%A9%zz"), unquote_plus("a+b%2B"), quote(b"\xff"))
print(urlencode({"a": 1, "b": "x y", "c": "é"}), urlencode([("k", [1, 2])], doseq=True), urlencode({"l": [1]}), urlencode({"a": "b c"}, quote_via=quote))
print(parse_qs("a=1&b=2&a=3&c=&d"), parse_qsl("a=1&b=x%20y&c=+"), parse_qs("c=&d", keep_blank_values=True))
base = "http://a/b/c/d;p?q"
for url in ("g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "", ".", "./", "..", "../", "../g", "../..", "../../g", "../../../g", "http://z/x"):
    print(url, urljoin(base, url))
print(urldefrag("http://a/b#c"), urldefrag("x").fragment, urljoin("", "x"), unquote_to_bytes("%41b"))
