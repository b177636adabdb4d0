# options: --grant scratch
# What programs patch in modules that are C in CPython, and what errors say.
import asyncio
import datetime
import email.header
import io
import os
import smtplib
import tempfile
import time
import unittest
import urllib.error
import urllib.request
import zipfile
from unittest.mock import MagicMock, Mock, patch

real = datetime.datetime
with patch("datetime.datetime") as fake:
    fake.now.return_value = real(2023, 1, 1)
    fake.strptime.side_effect = real.strptime
    fake.fromtimestamp.side_effect = real.fromtimestamp
    print(datetime.datetime.now(), datetime.datetime.strptime("2020-05", "%Y-%m") - real(2020, 1, 1), real(2020, 1, 1) < real(2021, 1, 1))
    print(datetime.datetime.fromtimestamp(0, datetime.timezone.utc).isoformat(), real(2020, 1, 1) == real(2020, 1, 1), real(2020, 1, 1) + datetime.timedelta(1))
with patch("datetime.date") as fake:
    print(real(2020, 1, 1).date(), real(2020, 1, 1).date() - real(2019, 1, 1).date(), real(2020, 1, 1).timetuple().tm_yday)
with patch("time.sleep") as sleep:
    time.sleep(9)
    print(sleep.call_args)
with patch("urllib.request.urlretrieve") as get, patch("urllib.request.build_opener") as build:
    urllib.request.urlretrieve("http://h/f", "f")
    urllib.request.build_opener().open("http://h")
    print(get.call_args, build.mock_calls)
r = urllib.request.Request("http://h:80/p?q=1#f", data=b"x", headers={"User-Agent": "q"}, method="PUT")
print(r.get_method(), r.full_url, r.host, r.get_header("User-agent"), r.data, r.type, r.selector, r.header_items(), r.has_header("User-agent"))
for url in ("nothing", "nope:x", "http:///x"):
    try:
        urllib.request.urlopen(url)
    except (ValueError, urllib.error.URLError) as e:
        print(type(e).__name__, e)
folder = tempfile.mkdtemp()
path = os.path.join(folder, "a.txt")
with open(path, "w") as f:
    f.write("near")
with urllib.request.urlopen("file://" + path) as answer:
    print(answer.read(), answer.headers["Content-length"])
print(urllib.request.urlopen("data:text/plain;base64,aGk=").read(), urllib.request.urlretrieve("data:,copied", path)[0] == path, open(path).read())
error = urllib.error.HTTPError("http://x", 404, "Not Found", {}, io.BytesIO(b"body"))
print(repr(error), error, error.reason, error.code, error.read(), error.geturl())
print(smtplib.SMTPAuthenticationError(535, b"no"), smtplib.SMTPSenderRefused(1, "m", "s"), smtplib.SMTPRecipientsRefused({"a": 1}))
print(email.header.Header("Zo\u00eb", "utf-8").encode())
with zipfile.ZipFile(io.BytesIO(), "w") as z:
    z.writestr("a", "b")
    print(repr(z)[:27], z.infolist()[0].date_time[0] > 2020)
print(z)
for name in ("/nothing/here", "/none", "../../../nothing"):
    try:
        open(name)
    except FileNotFoundError as e:
        print(e, e.errno)
m = MagicMock(spec=io.StringIO)
m.own = Mock(return_value=3)
m.plain = 4
print(m.own(), m.plain, hasattr(m, "other"))
with open(os.devnull, "w") as f:
    print("gone", file=f)
print(os.path.exists("/dev/null"), open("/dev/null").read() == "")
for make in (os.mkdir, os.makedirs):
    try:
        make("/tmp")
    except FileExistsError as e:
        print(e)


class Both(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.n = await asyncio.sleep(0, 5)

    def test_plain(self):
        print(asyncio.run(asyncio.sleep(0, self.n)))

    async def test_waits(self):
        print(await asyncio.sleep(0, self.n + 1))


unittest.main(argv=["x"], exit=False)
