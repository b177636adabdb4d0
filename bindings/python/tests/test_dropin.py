"""vitrine.micropython_wasm where it is better than its original: the rest is compared with
that, see dropin_calls.py."""

import io
import os
import subprocess
import sys
import threading
import time
import unittest

from vitrine import micropython_wasm as m
from vitrine.micropython_wasm import cli


class Sessions(unittest.TestCase):
    def fails(self, session, code, begins):
        with self.assertRaises(m.MicroPythonWasmError) as caught:
            session.run(code)
        self.assertTrue(str(caught.exception).startswith(begins), str(caught.exception))
        return caught.exception

    def test_survives_every_ending(self):
        with m.MicroPythonSession(fuel=2_000_000, wall_timeout_seconds=0.3) as s:
            s.run("x = 5")
            self.fails(s, "while True: pass", "guest trapped: ")
            self.fails(s, "import time\ntime.sleep(60)", "guest trapped: ")
            self.fails(s, "y = bytearray(10**8)", "MemoryError: ")
            self.fails(s, "import sys\nsys.exit(3)", "guest exited with code 3")
            self.fails(s, "raise KeyboardInterrupt", "KeyboardInterrupt")
            self.assertEqual(s.run("import sys\nprint(x)\nsys.exit(0)").stdout, "5\n")
            self.assertEqual(s.run("print(x)").stdout, "5\n")

    def test_a_thousand_runs(self):
        with m.MicroPythonSession() as s:
            s.run("x = 0")
            for _ in range(2000):
                s.run("x += 1")
            self.assertEqual(s.run("print(x)").stdout, "2000\n")

    def test_output_of_a_run_that_fails(self):
        with m.MicroPythonSession() as s:
            error = self.fails(s, "import sys\nprint('a')\nsys.stderr.write('b')\n1 / 0", "ZeroDivisionError: ")
            self.assertEqual((error.stdout, error.stderr), ("a\n", "b"))
            self.assertIn("line 4", error.traceback)
        with self.assertRaises(m.MicroPythonWasmError) as caught:
            m.run("print('a')\nraise ValueError('v')")
        self.assertEqual(caught.exception.stdout, "a\n")
        self.assertEqual(str(caught.exception), "guest exited with code 1: ValueError: v")

    def test_functions_cannot_run_their_own_session(self):
        s = m.MicroPythonSession(host_functions={"again": lambda: s.run("1")})
        self.fails(s, "again()", "RuntimeError: MicroPythonWasmError")
        self.assertEqual(s.run("print(1)").stdout, "1\n")
        s.close()

    def test_threads_queue(self):
        with m.MicroPythonSession() as s:
            s.run("n = 0")
            threads = [threading.Thread(target=lambda: [s.run("n += 1") for _ in range(50)]) for _ in range(4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertEqual(s.run("print(n)").stdout, "200\n")

    def test_limits_may_change_between_runs(self):
        with m.MicroPythonSession(fuel=10_000) as s:
            self.fails(s, "for i in range(100000): pass", "guest trapped: ")
            s.fuel = m.guest.DEFAULT_FUEL
            self.assertGreater(s.run("for i in range(100000): pass").fuel_remaining, 0)

    def test_no_nul(self):
        with m.MicroPythonSession() as s:
            self.fails(s, "print(1)\0", "SyntaxError: ")

    def test_replay_calls_once(self):
        calls = []
        with m.MicroPythonReplaySession(host_functions={"note": calls.append}) as r:
            r.run("note(1)\nx = 1")
            r.run("x += 1")
            self.assertEqual(r.run("print(x)").stdout, "2\n")
        self.assertEqual(calls, [1])


class Module(unittest.TestCase):
    def test_install(self):
        code = (
            "import sys, vitrine.micropython_wasm as ours\n"
            "before = set(sys.modules)\n"
            "ours.install()\n"
            "import micropython_wasm, micropython_wasm.cli\n"
            "assert micropython_wasm is ours and micropython_wasm.cli.main\n"
            "print(sorted(m for m in set(sys.modules) - before if m.startswith('micro')))\n"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        self.assertEqual(done.stdout, "['micropython_wasm', 'micropython_wasm.cli']\n", done.stderr)

    def test_microseconds(self):
        m.run("1")
        begun = time.perf_counter()
        for _ in range(20):
            m.run("1")
        self.assertLess(time.perf_counter() - begun, 2)  # the original: 7

    def test_default_path(self):
        self.assertTrue(m.default_wasm_path().is_file())
        self.assertEqual(m.run("print(1)", m.default_wasm_path()).stdout, "1\n")

    def test_command_shows_what_a_failed_run_wrote(self):
        out, err = io.StringIO(), io.StringIO()
        self.assertEqual(cli.main(["-c", "print(1)\n1 / 0"], stdout=out, stderr=err), 1)
        self.assertEqual(out.getvalue(), "1\n")
        self.assertIn("micropython-wasm: guest exited with code 1: ZeroDivisionError", err.getvalue())

    def test_command_in_a_process(self):
        code = [sys.executable, "-m", "vitrine.micropython_wasm.cli", "-c", "print(6 * 7)"]
        done = subprocess.run(code, capture_output=True, text=True, cwd=os.path.dirname(__file__))
        self.assertEqual((done.returncode, done.stdout), (0, "42\n"), done.stderr)


if __name__ == "__main__":
    unittest.main()
