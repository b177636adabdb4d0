"""The grant of web addresses. What holds of it in general, tests/web tries on the command."""

import http.server
import os
import signal
import socket
import tempfile
import threading
import time
import unittest
from unittest import mock

from vitrine import AsyncSession, Database, Session, Web

SECRET = "Bearer s3cr3t-t0ken"


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def do_GET(self):
        self.server.asked.append((self.path, self.headers.get("Authorization")))
        if self.path.startswith("/to?"):
            self.send_response(302)
            self.send_header("Location", self.path[4:])
            self.end_headers()
            return
        if self.path == "/slow":
            time.sleep(5)
        if self.path == "/repeat":
            text = self.headers.get("Authorization", "").encode()
        else:
            text = b'{"path": "%s"}' % self.path.encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(text)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """Who asked has gone."""


class Servers(unittest.TestCase):
    def setUp(self):
        self.a, self.b = self.serve(), self.serve()

    def serve(self):
        server = Server(("127.0.0.1", 0), Handler)
        server.asked = []
        server.at = f"http://127.0.0.1:{server.server_port}/"
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return server

    def error(self, session, code):
        e = session.run(code).error
        self.assertIsNotNone(e, code)
        return e.type, e.message


class WebTest(Servers):
    def test_what_is_granted(self):
        with Session(grants=[Web(self.a.at + "v1/")]) as s:
            s.run("import requests, http\nfrom urllib.request import urlopen", check=True)
            self.assertEqual(s.run(f"requests.get('{self.a.at}v1/x').json()").value, {"path": "/v1/x"})
            self.assertEqual(s.run(f"http.get('{self.a.at}v1/x').status_code").value, 200)
            self.assertEqual(s.run(f"urlopen('{self.a.at}v1/y').read()").value, b'{"path": "/v1/y"}')
            for url in (self.a.at, self.a.at + "v1/../x", self.b.at + "v1/", "http://169.254.169.254/"):
                kind, message = self.error(s, f"requests.get('{url}')")
                self.assertEqual(kind, "PermissionError", url)
                self.assertIn(f"is not granted; granted is {self.a.at}v1/ (GET HEAD)", message)
            self.assertEqual(self.error(s, f"requests.post('{self.a.at}v1/')")[0], "PermissionError")
            with s.fork() as t:
                self.assertEqual(t.run(f"requests.get('{self.a.at}v1/z').json()").value, {"path": "/v1/z"})
        with Session() as s:
            message = "the web is not granted (grant: web)"
            self.assertEqual(self.error(s, "import http; http.get('http://x/')"), ("PermissionError", message))

    def test_several(self):
        with Session(grants=[Web(self.a.at), Web(self.b.at, ["GET"], count=1)]) as s:
            code = f"import http\n[http.get(u).status_code for u in ('{self.a.at}', '{self.b.at}')]"
            self.assertEqual(s.run(code).value, [200, 200])
            self.assertIn("is used up", self.error(s, f"http.get('{self.b.at}')")[1])

    def test_secrets(self):
        with tempfile.TemporaryDirectory() as folder:
            log = os.path.join(folder, "log")
            grant = Web(self.a.at, headers={"Authorization": SECRET, "X-Other": "1"})
            with Session(grants=[grant, Web(self.b.at)], audit=log) as s:
                s.run("import http")
                s.run(f"http.get('{self.a.at}', headers={{'authorization': 'mine'}})", check=True)
                self.assertEqual(self.a.asked[-1][1], SECRET)
                s.run(f"http.get('{self.a.at}to?{self.b.at}')", check=True)
                self.assertEqual(self.b.asked, [("/", None)])
                self.assertIn("repeats a secret", self.error(s, f"http.get('{self.a.at}repeat')")[1])
                told = s.describe() + repr(grant) + grant.explain() + repr(s.run("http.fetch.__doc__").value)
            with open(log, encoding="utf-8") as file:
                told += file.read()
        self.assertNotIn("s3cr3t", told)

    def test_where_a_name_leads(self):
        asked = []

        def answer(*addresses):
            def getaddrinfo(host, port, *args, **kwargs):
                asked.append(host)
                kinds = [socket.AF_INET6 if ":" in a else socket.AF_INET for a in addresses]
                return [(kind, socket.SOCK_STREAM, 6, "", (a, port)) for kind, a in zip(kinds, addresses)]

            return mock.patch.object(socket, "getaddrinfo", getaddrinfo)

        port = self.a.server_port
        code = f"import http; http.get('http://api.test:{port}/').status_code"
        for addresses in (["127.0.0.1"], ["10.0.0.1"], ["169.254.169.254"], ["fe80::1"], ["::ffff:127.0.0.1"]):
            with answer(*addresses), Session(grants=[Web(f"http://api.test:{port}/")]) as s:
                self.assertIn("has an address that is not granted", self.error(s, code)[1], addresses)
        self.assertEqual(self.a.asked, [])
        with Session(grants=[Web(f"http://*.b.test:{port}/", private=True)]) as s:
            asked.clear()
            with answer("169.254.169.254", "127.0.0.1"):
                code = code.replace("api.", "a.b.")
                self.assertEqual(s.run(code).value, 200)
            self.assertEqual(len(asked), 1)  # what was looked at is what it connects to
            with answer("169.254.169.254"):
                self.assertEqual(self.error(s, code)[0], "PermissionError")
            with answer():
                self.assertEqual(self.error(s, code)[0], "ConnectionError")

    def test_names_that_take_long(self):
        answered = threading.Event()

        def getaddrinfo(*args, **kwargs):
            answered.wait(10)
            raise OSError

        before = threading.active_count()
        code = "import http\nfor i in range(40):\n  try: http.fetch('http://%d.b.test/' % i, timeout=0.001)\n  except TimeoutError: n = i"
        with mock.patch.object(socket, "getaddrinfo", getaddrinfo), Session(grants=[Web("http://*.b.test/")]) as s:
            s.run(code, check=True)
            self.assertEqual(s.get("n"), 39)
            self.assertLessEqual(threading.active_count() - before, 32)
            answered.set()

    def test_ends_in_time(self):
        slow = f"import http; http.get('{self.a.at}slow')"
        start = time.monotonic()
        with Session(grants=[Web(self.a.at, time="100ms")]) as s:
            self.assertEqual(self.error(s, slow)[0], "ReadTimeout")
        with Session(grants=[Web(self.a.at)]) as s:
            self.assertEqual(s.run(slow, time="100ms").outcome, "out_of_time")
            threading.Timer(0.1, s.cancel).start()
            self.assertEqual(s.run(slow).outcome, "cancelled")
            self.assertEqual(s.run("1").value, 1)
        self.assertLess(time.monotonic() - start, 4)

    def test_ctrl_c(self):
        endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select sum(i) from n"
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            with Session(grants=[Web(self.a.at), Database(":memory:", owner=True)]) as s:
                for code in (f"import http; http.get('{self.a.at}slow')", f"db.query({endless!r})"):
                    start = time.monotonic()
                    threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
                    with self.assertRaises(KeyboardInterrupt, msg=code):
                        s.run(code)
                    self.assertLess(time.monotonic() - start, 4)
                    self.assertEqual(s.run("6 * 7").value, 42)
        finally:
            signal.signal(signal.SIGINT, before)

    def test_on_an_event_loop(self):
        import asyncio

        async def main():
            async with AsyncSession(grants=[Web(self.a.at)]) as s:
                task = asyncio.ensure_future(s.run(f"import http; http.get('{self.a.at}slow')", time="200ms"))
                async with AsyncSession(grants=["scratch", Web(self.a.at)]) as t:
                    self.assertEqual((await t.run(f"import http; http.get('{self.a.at}').status_code")).value, 200)
                    self.assertFalse(task.done())
                self.assertEqual((await task).outcome, "out_of_time")

        asyncio.run(main())

    def test_bad_arguments(self):
        for bad in ({"methods": "GET"}, {"headers": {"A": "b\nc"}}, {"headers": {"A:": "b"}}, {"count": 0}, {"time": "soon"}):
            with self.assertRaises((TypeError, ValueError), msg=bad):
                Web("http://x/", **bad)
        for url, more in (("ftp://x/", {}), ("http://*.com/", {}), ("http://x/?q", {}), ("http://x/", {"methods": ["TRACE"]}),
                          ("http://x/", {"headers": {"A b": "c"}})):
            with self.assertRaises(ValueError, msg=url):
                Session(grants=[Web(url, **more)])


if __name__ == "__main__":
    unittest.main()
