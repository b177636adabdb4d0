"""Life and death: close, warnings, cycles, copies, threads, fork, exit, interpreters."""

import gc
import os
import pickle
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import warnings
import weakref

import vitrine
from vitrine import Session, Snapshot


def python(code, *options, timeout=60):
    done = subprocess.run([sys.executable, *options, "-c", code], capture_output=True, text=True,
                          timeout=timeout)
    return done.returncode, done.stdout, done.stderr


class Life(unittest.TestCase):
    def test_closed(self):
        s = Session()
        self.assertFalse(s.closed)
        s.close()
        s.close()
        self.assertTrue(s.closed)
        for use in (lambda: s.run("1"), lambda: s.call("f"), lambda: s.get("x"), s.fork, s.snapshot,
                    lambda: s.set("x", 1), s.reset, s.describe, s.tools, lambda: s.limits, s.__enter__,
                    lambda: s.function(name="f")(len)):
            with self.assertRaisesRegex(vitrine.SessionError, "closed"):
                use()
        s.cancel()
        self.assertIn("closed", repr(s))

    def test_unclosed_warns_and_frees(self):
        s = Session()
        with self.assertWarnsRegex(ResourceWarning, "unclosed <vitrine.Session"):
            del s
            gc.collect()

    def test_cycle_through_a_host_function(self):
        def make():
            s = Session()

            @s.function
            def f() -> bool:
                return s.closed

            return weakref.ref(s)

        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            ref = make()
            gc.collect()
        self.assertIsNone(ref())

    def test_no_session_can_be_pickled_or_made_by_hand(self):
        with Session() as s:
            with self.assertRaisesRegex(TypeError, "snapshot"):
                pickle.dumps(s)
        with self.assertRaises(TypeError):
            Snapshot()

    def test_references_do_not_leak(self):
        class Big:
            def __call__(self, x: int) -> list:
                return [x]

        big = Big()
        before = sys.getrefcount(big)
        for _ in range(20):
            with Session(functions={"f": big}) as s:
                s.run("f(1)", inputs={"a": [1]}, stdin="x", on_output=print)
                s.run("f('x')")
        del s
        self.assertEqual(sys.getrefcount(big), before)


class BadInput(unittest.TestCase):
    """What a stranger tries: an exception that says what is wrong, and nothing left behind."""

    def test_of_a_session(self):
        for bad, words in (({"foo": 1}, "foo"), ({"functions": 5}, "functions: a list"), ({"functions": print}, "functions"),
                           ({"functions": "abc"}, "functions"), ({"functions": [5]}, "callable"),
                           ({"functions": {5: print}}, "name of a host function must be str"),
                           ({"grants": 5}, "grants: a list"), ({"grants": vitrine.Clock()}, "grants: a list"),
                           ({"grants": [5]}, "a grant is"), ({"argv": 5}, "argv: a list"), ({"argv": "abc"}, "argv: a list"),
                           ({"argv": [5]}, "str"), ({"on_output": 5}, "on_output"), ({"snapshot": 5}, "snapshot"),
                           ({"audit": 5}, "PathLike")):
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                for make in (Session, vitrine.AsyncSession):
                    with self.assertRaisesRegex(TypeError, words, msg=bad):
                        make(**bad)

    def test_of_a_run(self):
        async def later(stream, text):
            pass

        with Session() as s:
            for use, words in ((lambda: s.run(5), "code must be str, not int"), (lambda: s.run("1", name=5), "name must be str"),
                               (lambda: s.run("1", inputs=5), "inputs must be a dict"),
                               (lambda: s.run("1", inputs=[("a", 1)]), "inputs must be a dict, not list"),
                               (lambda: s.run("1", on_output=5), "on_output"), (lambda: s.run("1", on_output=later), "on_output"),
                               (lambda: s.run("1", stdin=5), "stdin must be"), (lambda: s.call(5), r"call\(\) argument 1 must be str"),
                               (lambda: s.get(5), r"get\(\)"), (lambda: s.set(5, 5), r"set\(\)"), (lambda: s.reset(5), "Snapshot"),
                               (lambda: s.function(5), "callable"), (lambda: s.grant(5), "a grant is")):
                with self.assertRaisesRegex(TypeError, words):
                    use()
                self.assertEqual(s.run("1").value, 1)
        self.assertEqual(vitrine.run("x", inputs={"x": 5}, transactional=True, argv=["a"], memory="8M").value, 5)


class Copies(unittest.TestCase):
    def test_fork(self):
        with Session(functions={"f": lambda: 5}, steps=100000) as s:
            s.run("x = [1]")
            with s.fork() as t:
                t.run("x.append(f())")
                self.assertEqual((s.get("x"), t.get("x")), ([1], [1, 5]))
                self.assertEqual(t.limits, s.limits)

    def test_snapshot(self):
        with Session(functions={"f": lambda: 5}) as s:
            s.run("x = [1]\ndef g(): return f()")
            frozen = s.snapshot()
        with frozen.fork() as t:
            self.assertEqual(t.get("x"), [1])
            self.assertEqual(t.run("g()").error.type, "PermissionError")
        with frozen.fork(functions={"f": lambda: 6}, cpu=1) as t:
            self.assertEqual(t.run("g()").value, 6)
        with pickle.loads(pickle.dumps(frozen)).fork() as t:
            self.assertEqual(t.get("x"), [1])

    def test_files_and_keys(self):
        key = b"0123456789abcdef"
        with Session() as s:
            s.run("x = 7")
            frozen = s.snapshot()
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "warm.image")
            frozen.save(path, key=key)
            self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
            with Snapshot.load(path, key=key).fork() as t:
                self.assertEqual(t.get("x"), 7)
            for bad in (None, b"x" * 16):
                with self.assertRaisesRegex(vitrine.SnapshotError, "key"):
                    Snapshot.load(path, key=bad)
            with self.assertRaises(OSError):
                Snapshot.load(os.path.join(folder, "nothing"))
        image = frozen.to_bytes()
        for bad in (b"", b"junk", image[:-1], image[:100] + b"x" + image[101:]):
            with self.assertRaises(vitrine.SnapshotError):
                Snapshot.from_bytes(bad)
        with self.assertRaises(ValueError):
            frozen.to_bytes(key=b"short")
        with self.assertRaises(TypeError):
            frozen.to_bytes(key="text")


class Threads(unittest.TestCase):
    def test_two_threads_at_once(self):
        s = Session()
        errors = []
        thread = threading.Thread(target=lambda: s.run("while True: pass", cpu=None, time=5, steps=None))
        thread.start()
        while not s.running:
            time.sleep(0.001)
        for use in (lambda: s.run("1"), s.close, s.snapshot):
            with self.assertRaisesRegex(vitrine.SessionError, "another thread"):
                use()
        self.assertIn("running", repr(s))
        s.cancel()
        thread.join(10)
        self.assertFalse(thread.is_alive())
        self.assertEqual(s.run("1").value, 1)
        s.close()
        self.assertEqual(errors, [])

    def test_the_interpreter_goes_on_meanwhile(self):
        with Session() as s:
            thread = threading.Thread(target=s.run, args=("while True: pass",),
                                      kwargs={"cpu": None, "steps": None, "time": 10})
            thread.start()
            while not s.running:
                time.sleep(0.001)
            start = time.monotonic()
            sum(range(100000))
            spent = time.monotonic() - start
            s.cancel()
            thread.join()
        self.assertLess(spent, 5)

    def test_many_sessions_with_callbacks(self):
        wrong = []

        def work(n):
            with Session(functions={"f": lambda x: x + n}) as s:
                for i in range(30):
                    if s.run("sum(f(i) for i in range(20))").value != 190 + 20 * n:
                        wrong.append(n)

        threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        self.assertEqual(wrong, [])

    def test_a_session_moves_between_threads(self):
        with Session() as s:
            for i in range(5):
                t = threading.Thread(target=s.run, args=(f"x = {i}",))
                t.start()
                t.join()
            self.assertEqual(s.get("x"), 4)


INTERRUPT = """
import os, signal, threading, time, vitrine
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the tests run in the background
s = vitrine.Session(cpu=None, steps=None, time=30)
threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
start = time.monotonic()
%s
assert time.monotonic() - start < 10
assert s.run("1").value == 1
s.close()
"""


class Signals(unittest.TestCase):
    def check(self, body):
        code, out, err = python(INTERRUPT % body)
        self.assertEqual((code, err), (0, ""))

    def test_interrupt_of_a_loop(self):
        self.check("try: s.run('x = 1\\nwhile True: pass')\n"
                   "except KeyboardInterrupt: pass\nelse: raise SystemExit('no KeyboardInterrupt')")

    def test_interrupt_of_a_sleep(self):
        self.check("try: s.run('import time; time.sleep(20)')\n"
                   "except KeyboardInterrupt: pass\nelse: raise SystemExit('no KeyboardInterrupt')")

    def test_interrupt_of_a_host_function(self):
        self.check("s.function(name='f')(lambda: time.sleep(20))\n"
                   "try: s.run('f()')\n"
                   "except KeyboardInterrupt: pass\nelse: raise SystemExit('no KeyboardInterrupt')")

    def test_interrupt_of_a_nested_run(self):
        self.check("t = vitrine.Session(cpu=None, steps=None)\n"
                   "s.function(name='f')(lambda: t.run('while True: pass').outcome)\n"
                   "try: s.run('f()')\n"
                   "except KeyboardInterrupt: pass\nelse: raise SystemExit('no KeyboardInterrupt')\n"
                   "t.close()")

    def test_a_handler_of_the_hosts_own(self):
        self.check("seen = []\nsignal.signal(signal.SIGINT, lambda *a: seen.append(1))\n"
                   "r = s.run('while True: pass')\nassert r.outcome == 'cancelled', r\nassert seen == [1]\n"
                   "os.kill(os.getpid(), signal.SIGINT); time.sleep(0.05); assert seen == [1, 1]")

    def test_the_handler_is_put_back(self):
        self.check("try: s.run('while True: pass')\nexcept KeyboardInterrupt: pass\n"
                   "assert signal.getsignal(signal.SIGINT) is signal.default_int_handler\n"
                   "try:\n  os.kill(os.getpid(), signal.SIGINT); time.sleep(5)\n"
                   "except KeyboardInterrupt: pass\nelse: raise SystemExit('lost')")

    def test_a_handler_set_by_a_host_function_stays(self):
        self.check("seen = []\n"
                   "s.function(name='f')(lambda: signal.signal(signal.SIGINT, lambda *a: seen.append(1)) and None)\n"
                   "s.run('f()')\ntime.sleep(0.6)\nassert seen == [1], seen")

    def test_the_signal_arrives_at_another_thread(self):
        self.check("threading.Timer(0.2, lambda: signal.pthread_kill(threading.get_ident(), signal.SIGINT)).start()\n"
                   "try: s.run('while True: pass')\n"
                   "except KeyboardInterrupt: pass\nelse: raise SystemExit('no KeyboardInterrupt')\n"
                   "try: time.sleep(0.5)\nexcept KeyboardInterrupt: pass")


class Processes(unittest.TestCase):
    @unittest.skipUnless(hasattr(os, "fork"), "no fork")
    def test_fork(self):
        with Session(functions={"f": lambda: os.getpid()}) as s:
            s.run("x = 1")
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)
                child = os.fork()
            if child == 0:
                good = s.run("x += 1\nx").value == 2 and s.run("f()").value == os.getpid()
                os._exit(0 if good and vitrine.run("1 + 1").value == 2 else 1)
            self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), 0)
            self.assertEqual(s.run("x").value, 1)

    @unittest.skipUnless(hasattr(os, "fork"), "no fork")
    def test_fork_while_another_thread_runs_it(self):
        with Session() as s:
            t = threading.Thread(target=s.run, args=("while True: pass",),
                                 kwargs={"cpu": None, "steps": None, "time": 10})
            t.start()
            while not s.running:
                time.sleep(0.001)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)
                child = os.fork()
            if child == 0:
                try:
                    s.run("1")
                except vitrine.SessionError:
                    os._exit(0 if vitrine.run("1 + 1").value == 2 else 1)
                os._exit(2)
            self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), 0)
            s.cancel()
            t.join()

    def test_exit_while_daemon_threads_run_guests(self):
        start = time.monotonic()
        code, out, err = python(
            "import threading, time, vitrine\n"
            "def work(code, **more):\n"
            "    vitrine.run(code, cpu=None, steps=None, time=20, host_calls=None, **more)\n"
            "for code, more in (('while True: pass', {}), ('while True: f()', {'functions': {'f': lambda: 1}}),\n"
            "                   ('while True: print(1)', {'on_output': lambda *a: None}),\n"
            "                   ('import time; time.sleep(20)', {})):\n"
            "    threading.Thread(target=work, args=(code,), kwargs=more, daemon=True).start()\n"
            "time.sleep(0.3); print('end')")
        self.assertEqual((code, out), (0, "end\n"), err)
        self.assertLess(time.monotonic() - start, 10)

    def test_exit_with_open_sessions(self):
        code, out, err = python(
            "import vitrine\ns = vitrine.Session()\n@s.function\ndef f(): return s.closed\n"
            "t = s.fork()\nt.run('x = 1')\nvitrine.keep = [s, t]\n"
            "import atexit; atexit.register(lambda: print(t.run('x').value))")
        self.assertEqual((code, out, err), (0, "1\n", ""))

    @unittest.skipUnless(sys.version_info >= (3, 12), "from CPython 3.12 on")
    def test_subinterpreters(self):
        code, out, err = python(
            "import threading\n"
            "try: import _interpreters as i\n"
            "except ImportError: import _xxsubinterpreters as i\n"
            "import vitrine\n"
            "body = '''import vitrine\\nwith vitrine.Session(functions={'f': lambda x: x + 1}) as s:\\n"
            "    assert s.run('sum(f(i) for i in range(100))').value == 5050\\n"
            "    try: s.run('1/0', check=True)\\n    except vitrine.GuestError: pass\\n'''\n"
            "def work():\n"
            "    one = i.create()\n"
            "    bad = i.run_string(one, body)\n"
            "    assert bad is None, bad\n"
            "    i.destroy(one)\n"
            "threads = [threading.Thread(target=work) for _ in range(4)]\n"
            "for t in threads: t.start()\n"
            "for t in threads: t.join()\n"
            "work()\nassert vitrine.run('1').value == 1\nprint('good')", "-W", "ignore")
        self.assertEqual((code, out), (0, "good\n"), err)
