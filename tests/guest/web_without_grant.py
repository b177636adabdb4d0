# The modules of the web are there, and say what is missing.
import http
import requests
import urllib.request

for function in (requests.get, http.post, requests.Session().put, urllib.request.urlopen, http.fetch):
    try:
        function("https://example.com/")
    except PermissionError as e:
        print(e, isinstance(e, requests.RequestException))
    # expect: the web is not granted (grant: web) False
    # expect: the web is not granted (grant: web) False
    # expect: the web is not granted (grant: web) False
    # expect: the web is not granted (grant: web) False
    # expect: the web is not granted (grant: web) False
headers = requests.structures.CaseInsensitiveDict({"Content-Type": "a"}, b=1)
headers["CONTENT-TYPE"] = "b"
print(headers, headers.get("B"), "content-type" in headers, headers.pop("x", None))
# expect: {'b': 1, 'CONTENT-TYPE': 'b'} 1 True None
del headers["B"]
print(headers, len(headers))
# expect: {'CONTENT-TYPE': 'b'} 1
