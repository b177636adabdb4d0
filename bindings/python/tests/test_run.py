"""Runs: results, endings, limits of a session and of one run."""

import datetime
import io
import pickle
import unittest

import vitrine
from vitrine import Session


class Runs(unittest.TestCase):
    def test_result(self):
        r = vitrine.run("import sys\nprint('out'); print('err', file=sys.stderr)\n[1, 'x']")
        self.assertTrue(r.ok)
        self.assertEqual((r.outcome, r.exit_code, r.rolled_back), ("done", 0, False))
        self.assertEqual((r.value, r.repr), ([1, "x"], "[1, 'x']"))
        self.assertEqual((r.stdout, r.stderr, r.error), ("out\n", "err\n", None))
        self.assertGreater(r.spent.steps, 0)
        self.assertGreater(r.spent.memory, 100000)
        self.assertEqual((r.spent.output, r.spent.host_calls), (8, 0))
        self.assertEqual(r.truncated, (0, 0))
        self.assertIs(r.check(), r)

    def test_prints_nothing(self):
        import contextlib

        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            vitrine.run("print('quiet')")
        self.assertEqual(out.getvalue(), "")

    def test_globals_stay(self):
        with Session() as s:
            s.run("x = 20")
            self.assertEqual(s.run("x + 1").value, 21)
            self.assertEqual(s.get("x"), 20)
            s.set("y", {"a": [1]})
            self.assertEqual(s.run("y['a'][0] + x").value, 21)

    def test_inputs_and_name(self):
        with Session() as s:
            r = s.run("rows[0]\n1/0", inputs={"rows": [7]}, name="cell-3")
            self.assertEqual((r.error.type, r.error.file, r.error.line),
                             ("ZeroDivisionError", "cell-3", 2))
            self.assertEqual(s.get("rows"), [7])
            with self.assertRaisesRegex(ValueError, "name of a global"):
                s.run("1", inputs={"not a name": 1})

    def test_call(self):
        with Session() as s:
            s.run("def total(rows): return sum(rows)\ndef f(): raise ValueError('no')\n"
                  "class C: pass\ndef c(): return C()", check=True)
            self.assertEqual(s.call("total", [1, 2]), 3)
            with self.assertRaises(vitrine.GuestError) as e:
                s.call("f")
            self.assertEqual((e.exception.type, e.exception.message), ("ValueError", "no"))
            self.assertIn("ValueError: no", e.exception.traceback)
            with self.assertRaisesRegex(TypeError, r"what c\(\) returned .* cannot cross"):
                s.call("c")
            with self.assertRaisesRegex(vitrine.GuestError, "nothing"):
                s.call("nothing")

    def test_call_by_name(self):
        with Session() as s:
            s.run("def f(a, b=2, *c, function=0, **d): return a, b, c, function, d", check=True)
            self.assertEqual(s.call("f", 1, b=[3], function=4, e={5}), (1, [3], (), 4, {"e": {5}}))
            with self.assertRaisesRegex(vitrine.GuestError, "TypeError"):
                s.call("f", 1, a=1)
            with self.assertRaisesRegex(TypeError, r"argument 'b' of f\(\), at \[0\]"):
                s.call("f", 1, b=[object()])
            self.assertEqual(s.call("f", 1), (1, 2, (), 0, {}))

    def test_get(self):
        with Session() as s:
            with self.assertRaisesRegex(vitrine.GuestError, "NameError"):
                s.get("x")
            self.assertIsNone(s.get("x", None))
            s.run("f = lambda: 1")
            with self.assertRaisesRegex(TypeError, "f is no plain data"):
                s.get("f", None)

    def test_endings(self):
        cases = {
            "raised": ("raise KeyError('k')", {}, vitrine.GuestError),
            "out_of_steps": ("while True: pass", {"steps": 10000}, vitrine.OutOfSteps),
            "out_of_cpu": ("while True: pass", {"cpu": "20ms"}, vitrine.OutOfCpu),
            "out_of_time": ("import time; time.sleep(9)",
                            {"time": datetime.timedelta(milliseconds=20)}, vitrine.OutOfTime),
            "out_of_memory": ("s = 'x'\nwhile True: s += s", {"memory": "4M"}, vitrine.OutOfMemory),
        }
        with Session() as s:
            for outcome, (code, limits, error) in cases.items():
                with self.subTest(outcome):
                    r = s.run(code, **limits)
                    self.assertEqual((r.outcome, r.ok, r.exit_code), (outcome, False, 1))
                    with self.assertRaises(error) as raised:
                        r.check()
                    self.assertIsInstance(raised.exception, vitrine.VitrineError)
                    if outcome != "raised":
                        self.assertIsInstance(raised.exception, vitrine.LimitExceeded)
                    again = pickle.loads(pickle.dumps(raised.exception))
                    self.assertIs(type(again), error)
                    self.assertEqual(again.result.outcome, outcome)
                    self.assertEqual(str(again), str(raised.exception))
                    with self.assertRaises(error):
                        s.run(code, check=True, **limits)
                    self.assertEqual(s.run("1 + 1").value, 2)

    def test_exit(self):
        with Session() as s:
            self.assertTrue(s.run("import sys; sys.exit(0)").ok)
            r = s.run("import sys; sys.exit(3)")
            self.assertEqual((r.outcome, r.exit_code, r.ok), ("done", 3, False))
            with self.assertRaises(vitrine.GuestError) as e:
                r.check()
            self.assertEqual((e.exception.type, e.exception.message), ("SystemExit", "3"))

    def test_output(self):
        seen = []
        with Session(output="1K", on_output=lambda *a: seen.append(a)) as s:
            r = s.run("print('a' * 5000)")
            self.assertLessEqual(len(r.stdout), 1024)
            self.assertGreater(r.truncated.stdout, 3000)
            self.assertEqual(r.spent.output, 5001)
            self.assertEqual(seen[0][0], "stdout")
            seen.clear()
            s.run("import sys; print('é\U0001f600', file=sys.stderr)")
            self.assertEqual("".join(text for stream, text in seen), "é\U0001f600\n")
            own = []
            s.run("print(1)", on_output=lambda *a: own.append(a))
            self.assertEqual("".join(t for _, t in own), "1\n")

    def test_output_callback_that_raises(self):
        def bad(stream, text):
            raise LookupError("broken")

        with Session() as s:
            with self.assertRaisesRegex(LookupError, "broken"):
                s.run("print(1)\nwhile True: pass", on_output=bad)
            self.assertEqual(s.run("1").value, 1)

    def test_stdin(self):
        class Bad:
            def readline(self, size):
                raise OSError("gone")

        with Session() as s:
            r = s.run("input()")
            self.assertEqual(r.error.type, "PermissionError")
            self.assertEqual(s.run("input(), input()", stdin="é\nb\nc\n").value, ("é", "b"))
            self.assertEqual(s.run("input()", stdin=b"d\n").value, "d")
            self.assertEqual(s.run("input()").error.type, "EOFError")
            self.assertEqual(s.run("import sys; sys.stdin.read()", stdin=io.StringIO("x\ny")).value,
                             "x\ny")
            self.assertEqual(s.run("sys.stdin.read()", stdin=io.BytesIO(b"z" * 9000)).value,
                             "z" * 9000)
            with self.assertRaisesRegex(OSError, "gone"):
                s.run("input()", stdin=Bad())
            with self.assertRaisesRegex(TypeError, "stdin must be"):
                s.run("1", stdin=5)
            self.assertEqual(s.run("2").value, 2)

    def test_argv_and_transactional(self):
        with Session(argv=["a.py", "é"], transactional=True) as s:
            self.assertEqual(s.run("import sys; sys.argv").value, ["a.py", "é"])
            r = s.run("x = 1\n1/0")
            self.assertTrue(r.rolled_back)
            self.assertIsNone(s.get("x", None))

    def test_reset(self):
        with Session() as s:
            s.run("x = 1")
            frozen = s.snapshot()
            s.reset()
            self.assertIsNone(s.get("x", None))
            s.reset(frozen)
            self.assertEqual(s.get("x"), 1)
            with self.assertRaisesRegex(TypeError, "Snapshot"):
                s.reset("x")

    def test_bad_arguments(self):
        with Session() as s:
            for code in (b"1", None, 5):
                with self.assertRaisesRegex(TypeError, "code must be str"):
                    s.run(code)
            for code in ("x = '\ud800'", "a\0b"):
                with self.assertRaises(ValueError):
                    s.run(code)
            with self.assertRaises(ValueError):
                s.run("1", name="a\0b")
            with self.assertRaisesRegex(ValueError, "source"):
                s.run("#" * 2000, source=1000)
            with self.assertRaises(TypeError):
                s.run("1", cpus=1)
            self.assertEqual(s.run("1").value, 1)

    def test_repr_html(self):
        with Session() as s:
            html = s.run("print('<b>')\n'<i>'")._repr_html_()
            self.assertIn("&lt;b&gt;", html)
            self.assertIn("&lt;i&gt;", html)
            bad = s.run("raise ValueError('<script>')", name="<x>")._repr_html_()
            self.assertIn("&lt;script&gt;", bad)
            self.assertNotIn("<script>", bad)

    def test_explain_and_repr(self):
        with Session() as s:
            self.assertEqual(s.run("rows = [1]").explain(), "")
            self.assertIn("steps", s.run("while 1: pass", steps=1000).explain())
            told = s.run("x = 1\nraise ValueError('no')", name="cell").explain()
            self.assertIn("ValueError: no", told)
            self.assertIn("rows", told)
            with self.assertRaisesRegex(vitrine.GuestError, r"^ValueError: no \(cell:2\)$"):
                s.run("x = 1\nraise ValueError('no')", name="cell", check=True)
            with self.assertRaisesRegex(vitrine.OutOfSteps, r"^out_of_steps"):
                s.run("while 1: pass", steps=1000, check=True)
            self.assertEqual(repr(s.run("1")), "<Result done value=1>")
            self.assertIn("ValueError", repr(s.run("raise ValueError('no')")))

    def test_result_pickles(self):
        r = vitrine.run("print(1)\n{'a': (1, {2})}")
        again = pickle.loads(pickle.dumps(r))
        for name in ("outcome", "value", "repr", "stdout", "spent", "truncated", "error"):
            self.assertEqual(getattr(again, name), getattr(r, name))


class Limits(unittest.TestCase):
    def test_units(self):
        with Session(memory="16M", cpu="250ms", time="2m", output=2048, steps=None,
                     host_calls=5, depth=50) as s:
            have = s.limits
            self.assertEqual((have.memory, have.cpu, have.time, have.output), (16 << 20, 0.25, 120, 2048))
            self.assertEqual((have.steps, have.host_calls, have.depth), (None, 5, 50))
            self.assertEqual(s.run("import sys\ndef f(n): return n and f(n - 1)\nf(200)").error.type,
                             "RecursionError")

    def test_defaults(self):
        with Session() as s:
            have = s.limits
            self.assertEqual((have.memory, have.cpu, have.time, have.output, have.host_calls),
                             (64 << 20, 5, 30, 1 << 20, 10000))
            self.assertEqual((have.value, have.source, have.depth), (1 << 20, 1 << 20, 1000))

    def test_what_is_none(self):
        for limits, error in (
            ({"memory": 0}, ValueError), ({"memory": -1}, ValueError), ({"memory": "12Q"}, ValueError),
            ({"memory": 1.5}, TypeError), ({"memory": True}, TypeError), ({"cpu": 0}, ValueError),
            ({"cpu": float("nan")}, ValueError), ({"cpu": float("inf")}, ValueError),
            ({"time": "soon"}, ValueError), ({"time": "-1s"}, ValueError), ({"time": []}, TypeError),
            ({"steps": "5"}, TypeError), ({"steps": 2**70}, ValueError), ({"depth": False}, TypeError),
            ({"time": datetime.timedelta(0)}, ValueError), ({"memory": ""}, ValueError),
            ({"memory": "1e3"}, ValueError), ({"memory": 1000}, ValueError),
        ):
            with self.subTest(limits), self.assertRaises(error):
                Session(**limits).close()
        with Session() as s:
            with self.assertRaisesRegex(ValueError, "steps=0"):
                s.run("1", steps=0)

    def test_one_run_only(self):
        with Session() as s:
            self.assertEqual(s.run("while 1: pass", steps=1000).outcome, "out_of_steps")
            self.assertEqual(s.run("for i in range(9999): pass").outcome, "done")
