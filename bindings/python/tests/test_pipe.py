"""pipe(): the job, its transaction and its log. tests/pipe has the same of the command."""

import contextlib
import json
import logging
import os
import sqlite3
import tempfile
import threading
import time

import test_web

from vitrine import GuestError, OutOfCpu, PipeError, Web, pipe

SAME = "def transform(data): return data"


class Pipes(test_web.Servers):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.db = self.path("data.db")
        self.write("in.json", json.dumps([{"id": 1, "name": "tea"}, {"id": 2, "name": "cup"}]))

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def pass_(self, script=SAME, from_="in.json", **how):
        self.write("script.py", script)
        at = from_ if ":" in from_ else self.path(from_)
        return pipe(self.path("script.py"), from_=at, into=self.db + ":items", pk="id", **how)

    def rows(self, sql="SELECT * FROM items ORDER BY id"):
        with contextlib.closing(sqlite3.connect(self.db)) as db:
            return db.execute(sql).fetchall()

    def test_stores(self):
        self.assertEqual(self.pass_(), 2)
        self.write("in.json", json.dumps([{"id": 2, "name": "mug", "w": 1.5}]))
        self.assertEqual(self.pass_(), 1)
        self.assertEqual(self.rows(), [(1, "tea", None), (2, "mug", 1.5)])
        self.assertEqual(self.rows("SELECT outcome, rows, message FROM vitrine_runs"), [("done", 2, None), ("done", 1, None)])

    def test_all_or_nothing(self):
        self.pass_()
        before = self.rows()
        good = "def transform(d): return [{'id': 1, 'name': 'x', 'new': 1}, %s]"
        for script, error, outcome, message in (
            ("def transform(d): 1 / 0", GuestError, "raised", "ZeroDivisionError: division by zero"),
            ("def transform(d):\n  while True: pass", OutOfCpu, "out_of_cpu", ""),
            ("import sys; sys.exit(3)", GuestError, "done", ""),
            ("def transform(d): return print", PipeError, "raised", "transform() returned no list of dicts of plain data, "
             "within the limit `value`"),
            ("def transform(d): return 5", PipeError, "failed", "TypeError: transform() has to return a list of dicts, not int"),
            (good % "5", PipeError, "failed", "TypeError: row 1 of what transform() returned is no dict, but int"),
            (good % "{'name': 'y'}", PipeError, "failed", "ValueError: row 1 has no id, which is its key"),
            (good % "{'id': 9, 'a': {1}}", PipeError, "failed", "TypeError: a set has no order to be stored in: make it a list"),
        ):
            with self.assertRaises(error, msg=script):
                self.pass_(script, cpu="200ms")
            self.assertEqual(self.rows(), before, script)
            last = self.rows("SELECT outcome, rows, message FROM vitrine_runs ORDER BY id DESC LIMIT 1")
            self.assertEqual(last, [(outcome, 0, message)])
        with self.assertRaises(FileNotFoundError):
            self.pass_(from_="nothing.json")
        self.assertEqual(self.pass_(), 2)

    def test_from_the_web(self):
        at = self.a.at + "v1/x?key=hidden"
        self.assertEqual(self.pass_("def transform(d): return {'id': 1, **d}", at, allow=[self.a.at + "v1/"]), 1)
        self.assertEqual(self.rows("SELECT path FROM items"), [("/v1/x?key=hidden",)])
        grant = Web(self.a.at, headers={"Authorization": test_web.SECRET})
        self.pass_("def transform(d): return []", at, allow=[grant])
        self.assertEqual(self.a.asked[-1][1], test_web.SECRET)
        with self.assertRaisesRegex(PipeError, "PermissionError: GET .* is not granted"):
            self.pass_(SAME, at, allow=[self.b.at])
        fetch = f"def transform(d):\n  import http\n  http.get('{self.a.at}')"
        with self.assertRaisesRegex(GuestError, "the web is not granted"):
            self.pass_(fetch, at, allow=[self.a.at])
        self.assertNotIn("hidden", str(self.rows("SELECT source, message FROM vitrine_runs")))

    def test_a_policy_and_limits(self):
        self.write("agent.toml", "[limits]\ncpu = 0.1\n[grants.clock]\n")
        with self.assertRaises(OutOfCpu):
            self.pass_("def transform(d):\n  while True: pass", policy=self.path("agent.toml"))
        now = "import time\ndef transform(d): return {'id': int(time.time())}"
        self.assertEqual(self.pass_(now, policy=self.path("agent.toml"), cpu=1), 1)
        with self.assertRaisesRegex(GuestError, "grant: clock"):
            self.pass_(now)

    def test_again_and_again(self):
        stop = threading.Event()

        def sleep(seconds):
            if stop.is_set():
                raise KeyboardInterrupt
            if len(self.rows("SELECT * FROM vitrine_runs")) == 2:
                self.write("in.json", "[]")
                stop.set()
            else:
                self.write("in.json", "no JSON")

        with self.assertLogs("vitrine", logging.INFO) as log, contextlib.ExitStack() as stack:
            stack.enter_context(test_web.mock.patch.object(time, "sleep", sleep))
            with self.assertRaises(KeyboardInterrupt):
                self.pass_(every="10ms")
        self.assertEqual([r for r, in self.rows("SELECT outcome FROM vitrine_runs")], ["done", "failed", "done"])
        self.assertIn("2 rows into", log.output[0])
        self.assertIn("JSONDecodeError", log.output[1])

    def test_bad_arguments(self):
        into = self.db + ":items"
        for more in ({"into": self.db}, {"into": self.db + ":vitrine_runs"}, {"into": ":x"}, {"from_": "http://x/", "into": into},
                     {"into": into, "every": 0}, {"into": into, "allow": ["ftp://x/"]}):
            with self.assertRaises(ValueError, msg=more):
                pipe("script.py", **{"from_": "in.json", **more})
