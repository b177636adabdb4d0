"""Grants: nothing without one, and what each gives."""

import os
import pathlib
import tempfile
import unittest

from vitrine import Clock, Deterministic, Files, Grant, Plugin, Random, Session


class Grants(unittest.TestCase):
    def test_nothing_without_one(self):
        with Session() as s:
            for code in ("import time; time.time()", "import os; os.urandom(4)", "open('x')"):
                r = s.run(code)
                self.assertFalse(r.ok, code)
                self.assertIn(r.error.type, ("PermissionError", "OSError"), code)

    def test_clock_and_random(self):
        import time

        with Session(grants=[Clock("1s"), Random()]) as s:
            self.assertAlmostEqual(s.run("import time; time.time()").value, time.time(), delta=5)
            self.assertEqual(len(s.run("import os; os.urandom(4)").value), 4)
            with s.fork() as t:
                self.assertEqual(len(t.run("os.urandom(4)").value), 4)
            with self.assertRaises(ValueError):
                s.grant(Clock())
        for bad in (0, -1, "soon"):
            with self.assertRaises(ValueError):
                Clock(bad)

    def test_deterministic(self):
        code = "import os, random, time, uuid; time.time(), os.urandom(4), random.random(), str(uuid.uuid4())"

        def one(**how):
            with Session(grants=[Deterministic(**how)]) as s:
                return s.run(code).check().value

        self.assertEqual(one(seed=7), one(seed="7"))
        self.assertNotEqual(one(seed=7)[1:], one(seed=8)[1:])
        self.assertAlmostEqual(one(start=10**9)[0], 10**9, delta=1)
        with self.assertRaises(ValueError):
            Session(grants=[Clock(), Deterministic()])

    def test_files(self):
        with tempfile.TemporaryDirectory() as folder:
            at = pathlib.Path(folder)
            (at / "in").mkdir()
            (at / "out").mkdir()
            (at / "in" / "a.txt").write_text("hello")
            (at / "secret").write_text("no")
            with Session(grants=[Files(at / "in", at="/data"), Files(at / "out", write=True)]) as s:
                self.assertEqual(s.run("open('/data/a.txt').read()").value, "hello")
                self.assertEqual(s.run("open('/data/b', 'w')").error.type, "PermissionError")
                self.assertEqual(s.run("open('/data/../secret')").error.type, "FileNotFoundError")
                s.run("with open('/out/b', 'w') as f: f.write('there')", check=True)
                self.assertEqual((at / "out" / "b").read_text(), "there")
                with s.fork() as t:
                    self.assertEqual(t.run("open('/out/b').read()").value, "there")
            with self.assertRaises((ValueError, OSError)):
                Session(grants=[Files(at / "nothing")])

    def test_audit(self):
        import json

        with tempfile.TemporaryDirectory() as folder:
            log = pathlib.Path(folder, "audit.jsonl")
            with Session(audit=log, functions={"f": lambda n: n + 1}) as s:
                self.assertEqual(s.run("f(41)").value, 42)
            lines = [json.loads(line) for line in log.read_text().splitlines()]
            self.assertGreater(len(lines), 3)
            self.assertIn("f(41)", log.read_text())
            with self.assertRaises(OSError):
                Session(audit=os.path.join(folder, "no", "where"))

    def test_grants_of_ones_own(self):
        class Words(Grant):
            opened = closed = 0

            def open(self, session):
                Words.opened += 1

                @session.function(name="words.count")
                def count(text: str) -> int:
                    return len(text.split())

                def close():
                    Words.closed += 1

                return close

        with Session(grants=[Words()]) as s:
            self.assertEqual(s.run("import words; words.count('a b')").value, 2)
            with s.fork() as t:
                self.assertEqual(t.run("words.count('a b c')").value, 3)
        self.assertEqual((Words.opened, Words.closed), (2, 2))

    def test_what_is_no_grant(self):
        for bad in ([5], [Clock], [None]):
            with self.assertRaises(TypeError):
                Session(grants=bad)
        with self.assertRaises(OSError):
            Session(grants=[Plugin("/nothing/there.so")])
        self.assertFalse(os.path.exists("/nothing"))
