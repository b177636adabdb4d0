"""AsyncSession: runs that are awaited, async host functions, queues, cancelling, life."""

import asyncio
import contextvars
import functools
import gc
import json
import logging
import os
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import warnings

import vitrine
from vitrine import AsyncSession, Clock, HostError, Session, workers


async def fetch(name: str, seconds: float = 0.01) -> str:
    "The name, in capitals, after a while."
    await asyncio.sleep(seconds)
    return name.upper()


GATHER = """
import asyncio
async def main():
    return await asyncio.gather(*[fetch(name, 0.2) for name in names])
asyncio.run(main())
"""
FOREVER = dict(cpu=None, steps=None, time=None)


class Async(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.threads = threading.active_count()

    async def late(self, awaitable):
        """Nothing here is to hang."""
        return await asyncio.wait_for(awaitable, 20)


class Runs(Async):
    async def test_as_a_session(self):
        async with AsyncSession(functions={"twice": lambda n: 2 * n}, grants=[Clock()]) as s:
            r = await s.run("import sys; print(x, sys.stdin.read()); x", inputs={"x": [1]}, stdin="in",
                            name="cell")
            self.assertEqual((r.value, r.stdout), ([1], "[1] in\n"))
            self.assertEqual((await s.run("twice(4)")).value, 8)
            self.assertTrue((await s.run("import time; time.time()")).ok)
            r = await s.run("1 / 0", name="cell-3")
            self.assertEqual((r.error.type, r.error.file, r.error.line), ("ZeroDivisionError", "cell-3", 1))
            with self.assertRaises(vitrine.GuestError):
                await s.run("1 / 0", check=True)
            await s.run("def f(a, b): return a - b")
            self.assertEqual((await s.call("f", 5, 3), await s.call("f", b=5, a=3)), (2, -2))
            await s.set("y", {"a": {1}})
            self.assertEqual(await s.get("y"), {"a": {1}})
            self.assertEqual(await s.get("none", 5), 5)
            with self.assertRaises(vitrine.GuestError):
                await s.get("none")
            self.assertIn("twice(n)", s.describe())
            self.assertEqual(s.tools()[0]["name"], "twice")
            self.assertEqual(s.limits.cpu, 5)
            self.assertIn("AsyncSession idle", repr(s))

    async def test_limits(self):
        async with AsyncSession(steps=100000) as s:
            self.assertEqual((await s.run("while True: pass")).outcome, "out_of_steps")
            self.assertEqual((await s.run("while True: pass", steps=None, cpu="20ms")).outcome, "out_of_cpu")
            self.assertEqual((await s.run("x = bytes(8 << 20)", memory="4M", steps=None)).outcome, "out_of_memory")
            self.assertEqual((await s.run("print('a' * 100)", output=10)).truncated.stdout, 91)
            with self.assertRaises(vitrine.OutOfSteps):
                await s.run("while True: pass", check=True)
            for bad in (dict(cpu=0), dict(memory=-1), dict(source=1)):
                with self.assertRaises(ValueError):
                    await s.run("1 + 1", **bad)
            self.assertEqual((await s.run("1 + 1")).value, 2)

    async def test_bad_arguments(self):
        async with AsyncSession() as s:
            for bad in (5, None, b"1"):
                with self.assertRaisesRegex(TypeError, "code must be str"):
                    await s.run(bad)
            for bad in (dict(inputs={"x": object()}), dict(inputs={"x": print}), dict(inputs={5: 5}),
                        dict(stdin=5), dict(name=5), dict(on_output=5), dict(cpu="much")):
                with self.assertRaises((TypeError, ValueError)):
                    await s.run("print(1)", **bad)
            with self.assertRaises(UnicodeEncodeError):
                await s.run("'\udcff'")
            with self.assertRaises(TypeError):
                await s.set("x", object())
            with self.assertRaises(TypeError):
                await s.reset("x")
            self.assertEqual((await s.run("1")).value, 1)

    async def test_output_comes_on_the_loop(self):
        seen = []

        def show(stream, text):
            seen.append((threading.get_ident(), stream, text))

        async with AsyncSession(on_output=show) as s:
            await s.run("import sys; print('a'); sys.stderr.write('b')")
            self.assertEqual({ident for ident, _, _ in seen}, {threading.get_ident()})
            self.assertEqual("".join(text for _, stream, text in seen if stream == "stdout"), "a\n")
            self.assertEqual([text for _, stream, text in seen if stream == "stderr"], ["b"])

            def fail(stream, text):
                raise KeyError(text)

            with self.assertRaises(KeyError):
                await self.late(s.run("while True: print(1)", on_output=fail, **FOREVER))
            self.assertEqual((await s.run("1")).value, 1)

    async def test_the_loop_goes_on(self):
        async with AsyncSession() as s:
            run = asyncio.create_task(s.run("while True: pass", cpu="300ms"))
            ticks = 0
            while not run.done():
                await asyncio.sleep(0.005)
                ticks += 1
            self.assertEqual(run.result().outcome, "out_of_cpu")
            self.assertGreater(ticks, 5)

    async def test_many_sessions_and_few_threads(self):
        async def work(n):
            async with AsyncSession(functions=[fetch]) as s:
                r = await s.run(GATHER, inputs={"names": [str(n)] * 3})
                return r.value

        start = time.monotonic()
        values = await asyncio.gather(*[work(n) for n in range(200)])
        self.assertEqual(values, [[str(n)] * 3 for n in range(200)])
        self.assertLess(time.monotonic() - start, 15)
        self.assertLessEqual(threading.active_count() - self.threads, workers.MOST)

    async def test_a_session_that_waits_has_no_thread(self):
        async with AsyncSession() as s:
            self.assertEqual((await s.run("import time; time.sleep(0.1); 5")).value, 5)
            sessions = [AsyncSession() for _ in range(workers.MOST + 20)]
            start = time.monotonic()
            runs = [asyncio.create_task(one.run("import time; time.sleep(0.5)")) for one in sessions]
            await asyncio.sleep(0.1)
            self.assertEqual((await s.run("1")).value, 1)
            self.assertTrue(all(r.ok for r in await asyncio.gather(*runs)))
            self.assertLess(time.monotonic() - start, 10)
            for one in sessions:
                await one.close()

    async def test_copies(self):
        async with AsyncSession(functions=[fetch]) as s:
            await s.run("x = [1]")
            frozen = await s.snapshot()
            async with await s.fork() as t:
                await t.run(GATHER + "x.append(2)", inputs={"names": ["a"]}, check=True)
                self.assertEqual((await s.get("x"), await t.get("x")), ([1], [1, 2]))
            await s.reset()
            self.assertEqual(await s.get("x", None), None)
            await s.reset(frozen)
            self.assertEqual(await s.get("x"), [1])
            self.assertEqual((await s.run(GATHER, inputs={"names": ["a"]})).value, ["A"])
        async with AsyncSession(snapshot=frozen, functions=[fetch], awaited=False) as t:
            self.assertEqual((await t.run("x + [fetch('a')]")).value, [1, "A"])
            async with await t.fork() as u:
                self.assertEqual((await u.run("fetch('a')")).value, "A")
        with frozen.fork() as plain:
            self.assertEqual(plain.get("x"), [1])


class HostFunctions(Async):
    async def test_gather_is_concurrent(self):
        async with AsyncSession(functions=[fetch]) as s:
            start = time.monotonic()
            names = [chr(97 + n) for n in range(26)]
            r = await s.run(GATHER, inputs={"names": names})
            self.assertEqual(r.value, [name.upper() for name in names])
            self.assertLess(time.monotonic() - start, 4)  # one after another, it were 5.2 seconds
            self.assertEqual(r.spent.host_calls, 26)
            self.assertGreater(r.spent.time, 0.19)
            self.assertLess(r.spent.cpu, r.spent.time - 0.15)

    async def test_it_runs_on_the_loop(self):
        variable = contextvars.ContextVar("variable")
        variable.set("mine")
        seen = []

        async def on_loop():
            seen.append((threading.get_ident(), asyncio.get_running_loop(), variable.get()))

        def in_thread():
            seen.append((threading.get_ident(), None, variable.get()))

        async with AsyncSession(functions=[on_loop, in_thread]) as s:
            await s.run("import asyncio; in_thread(); asyncio.run(on_loop())", check=True)
        self.assertEqual(seen[1], (threading.get_ident(), asyncio.get_running_loop(), "mine"))
        self.assertNotEqual(seen[0][0], threading.get_ident())
        self.assertEqual(seen[0][2], "mine")

    async def test_a_plain_one_may_block(self):
        async with AsyncSession(functions={"block": lambda: time.sleep(0.3)}) as s:
            run = asyncio.create_task(s.run("block()"))
            ticks = 0
            while not run.done():
                await asyncio.sleep(0.01)
                ticks += 1
            self.assertGreater(ticks, 5)

    async def test_called_without_await(self):
        async with AsyncSession(functions=[fetch], awaited=False) as s:
            r = await s.run("sorted('ab', key=lambda name: fetch(name)), [fetch(n) for n in 'ab']")
            self.assertEqual(r.value, (["a", "b"], ["A", "B"]))
            self.assertNotIn("await", s.describe())
        async with AsyncSession(functions=[fetch]) as s:
            self.assertRegex(s.describe(), r"await in an async function that asyncio.run\(\) runs:\n  await fetch")

    async def test_ways_to_offer(self):
        class Callable:
            async def __call__(self, n: int) -> int:
                return n

        async with AsyncSession(functions={"m.f": fetch, "g": Callable(), "h": functools.partial(fetch, "h")},
                                awaited=False) as s:
            @s.function(name="m.late")
            async def late(*names: str, **more: int) -> dict:
                return {"names": names, "more": more}

            r = await s.run("import m; m.f('a'), g(5), h(), m.late('x', y=1)")
            self.assertEqual(r.value, ("A", 5, "H", {"names": ("x",), "more": {"y": 1}}))
            r = await s.run("m.f(5)")
            self.assertEqual(r.error.message, "m.f() argument 'name' must be str, not int")

            async def numbers():
                yield 1

            with self.assertRaisesRegex(TypeError, "async generator"):
                s.function(numbers)
            with self.assertRaises(ValueError):
                s.function(name="g")(fetch)

    async def test_a_plain_session_refuses(self):
        with Session() as s:
            for bad in (fetch, functools.partial(fetch, "a")):
                with self.assertRaisesRegex(TypeError, "async"):
                    s.function(name="f")(bad)
        with self.assertRaisesRegex(TypeError, "async"):
            Session(functions=[fetch])

    async def test_errors_cross(self):
        class Secret(Exception):
            pass

        async def fail(kind: str) -> None:
            await asyncio.sleep(0)
            raise {"value": ValueError("bad"), "host": HostError("busy", "later"), "other": Secret("key"),
                   "cancel": asyncio.CancelledError()}[kind]

        async def crooked():
            return [object()]

        async def large():
            return "x" * (2 << 20)

        async def twisted(n):
            raise TypeError("own")

        code = "try: fail(%r)\nexcept Exception as e: x = (type(e).__name__, str(e))\nx"
        async with AsyncSession(functions=[fail, crooked, large, twisted], awaited=False) as s:
            self.assertEqual((await s.run(code % "value")).value, ("ValueError", "bad"))
            self.assertEqual((await s.run(code % "host")).value[0], "HostError")
            logger = logging.getLogger("vitrine")
            with self.assertLogs(logger, "ERROR"):
                r = await s.run(code % "other")
            self.assertEqual(r.value[0], "HostError")
            self.assertNotIn("key", r.value[1])
            self.assertEqual((await s.run(code % "cancel")).value[0], "HostError")
            r = await s.run("crooked()")
            self.assertEqual(r.error.message, "a object cannot cross: the answer of crooked(), at [0]")
            self.assertEqual((await s.run("large()")).error.type, "ValueError")
            self.assertEqual((await s.run("twisted()")).error.type, "TypeError")
            self.assertEqual((await s.run("twisted(1)")).error.message, "own")

    async def test_what_is_no_exception_goes_on_in_the_host(self):
        class Stop(BaseException):
            pass

        async def stop():
            raise Stop

        def stop_plainly():
            raise Stop

        async with AsyncSession(functions=[stop, stop_plainly, fetch], awaited=False) as s:
            for code in ("stop()", "stop_plainly()", "try: stop()\nexcept: fetch('a')"):
                with self.assertRaises(Stop):
                    await self.late(s.run(code))
                self.assertEqual((await s.run("1")).value, 1)

    async def test_a_call_that_the_guest_gives_up_is_cancelled(self):
        ended = []

        async def slow():
            try:
                await asyncio.sleep(20)
            except asyncio.CancelledError:
                ended.append("cancelled")
                raise

        async with AsyncSession(functions=[slow, fetch]) as s:
            r = await self.late(s.run(
                "import asyncio\n"
                "async def main():\n"
                "    try: await asyncio.wait_for(slow(), 0.05)\n"
                "    except asyncio.TimeoutError: return await fetch('late')\n"
                "asyncio.run(main())"))
            self.assertEqual((r.value, ended), ("LATE", ["cancelled"]))
            r = await self.late(s.run("import asyncio\nasync def main():\n    slow(); await fetch('a')\nasyncio.run(main())\n'end'"))
            self.assertEqual((r.value, ended), ("end", ["cancelled"] * 2))

    async def test_limits_count_while_it_waits(self):
        ended = []

        async def slow():
            try:
                await asyncio.sleep(20)
            finally:
                ended.append(1)

        async with AsyncSession(functions=[slow, fetch], awaited=False) as s:
            r = await self.late(s.run("slow()", time="100ms"))
            self.assertEqual((r.outcome, ended), ("out_of_time", [1]))
            r = await self.late(s.run("while True: fetch('a', 0.0)", host_calls=3))
            self.assertEqual(r.outcome, "out_of_calls")
            self.assertEqual((await self.late(s.run("fetch('a', 0.2)", cpu="100ms"))).value, "A")

    async def test_audit(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "audit.jsonl")
            async with AsyncSession(functions=[fetch], audit=path) as s:
                await s.run(GATHER, inputs={"names": ["a", "b"]})
            with open(path, encoding="utf-8") as log:
                events = [json.loads(line)["event"] for line in log]
        self.assertEqual((events.count("call"), events.count("answer"), events[-1]), (2, 2, "close"))

    async def test_other_sessions_in_host_functions(self):
        async with AsyncSession() as inner:
            async def ask(code: str) -> int:
                return (await inner.run(code)).value

            async with AsyncSession(functions=[ask], awaited=False) as s:
                self.assertEqual((await self.late(s.run("ask('1 + 1') + ask('2')"))).value, 4)


class Turns(Async):
    async def test_runs_queue(self):
        async with AsyncSession(functions=[fetch], awaited=False) as s:
            await s.run("x = []")
            runs = [s.run(f"x.append({n}); fetch('a', 0.01); x.append({n}); x[-2] == x[-1]") for n in range(5)]
            self.assertTrue(all([r.value for r in await asyncio.gather(*runs)]))
            self.assertEqual(len(await s.get("x")), 10)

    async def test_its_own_host_functions_cannot_use_it(self):
        async def again() -> str:
            for use in (s.run("1"), s.get("x"), s.close(), s.snapshot()):
                try:
                    await use
                except vitrine.SessionError as error:
                    text = str(error)
            await asyncio.create_task(asyncio.sleep(0))
            return text

        async with AsyncSession(functions=[again], awaited=False) as s:
            self.assertIn("its own host functions", (await self.late(s.run("again()"))).value)
            self.assertEqual((await s.run("1")).value, 1)

    async def test_cancel(self):
        async with AsyncSession(functions=[fetch], awaited=False) as s:
            s.cancel()
            for code in ("x = 1\nwhile True: pass", "fetch('a', 20)", "import time; time.sleep(20)"):
                run = asyncio.create_task(s.run(code, **FOREVER))
                await asyncio.sleep(0.1)
                self.assertTrue(s.running)
                s.cancel()
                self.assertEqual((await self.late(run)).outcome, "cancelled")
                run = asyncio.create_task(s.run(code, **FOREVER))
                threading.Timer(0.1, s.cancel).start()
                self.assertEqual((await self.late(run)).outcome, "cancelled")
            self.assertFalse(s.running)
            self.assertEqual((await s.run("1")).value, 1)

    async def test_cancelling_the_task(self):
        begun, ended = [], []

        async def slow():
            begun.append(1)
            try:
                await asyncio.sleep(20)
            finally:
                await asyncio.sleep(0.01)
                ended.append(1)

        async with AsyncSession(functions=[slow], awaited=False) as s:
            await s.run("x = 1")
            for code in ("while True: pass", "slow()", "import time; time.sleep(20)",
                         "try: slow()\nfinally:\n while True: slow()"):
                for pause in (0.05, 0):
                    run = asyncio.create_task(s.run(code, **FOREVER))
                    await asyncio.sleep(pause)
                    run.cancel()
                    with self.assertRaises(asyncio.CancelledError):
                        await self.late(run)
                    self.assertFalse(s.running)
                    self.assertEqual(await self.late(s.get("x")), 1)
            self.assertEqual(ended, begun)

    async def test_cancelling_a_run_that_queues(self):
        async with AsyncSession(functions=[fetch], awaited=False) as s:
            first = asyncio.create_task(s.run("fetch('a', 0.2)"))
            second = asyncio.create_task(s.run("x = 1"))
            third = asyncio.create_task(s.run("2"))
            await asyncio.sleep(0.05)
            second.cancel()
            self.assertEqual((await first).value, "A")
            self.assertEqual((await third).value, 2)
            self.assertIsNone(await s.get("x", None))

    async def test_cancelling_what_no_thread_has_begun(self):
        gate = threading.Event()
        begun = []

        def block():
            begun.append(1)
            gate.wait(20)

        blocked = [AsyncSession(functions=[block]) for _ in range(workers.MOST)]
        runs = [asyncio.create_task(s.run("block()")) for s in blocked]
        while len(begun) < workers.MOST:
            await asyncio.sleep(0.01)
        async with AsyncSession() as s:
            run = asyncio.create_task(s.run("x = 1"))
            await asyncio.sleep(0.05)
            run.cancel()
            with self.assertRaises(asyncio.CancelledError):
                await self.late(run)
            gate.set()
            await asyncio.gather(*runs)
            self.assertIsNone(await s.get("x", None))
        for one in blocked:
            await one.close()

    @unittest.skipUnless(hasattr(asyncio, "timeout"), "from CPython 3.11 on")
    async def test_timeout(self):
        async with AsyncSession(functions=[fetch], awaited=False) as s:
            for code in ("while True: pass", "fetch('a', 20)"):
                with self.assertRaises(TimeoutError):
                    async with asyncio.timeout(0.1):
                        await s.run(code, **FOREVER)
                self.assertEqual((await s.run("1")).value, 1)

    async def test_wait_for(self):
        async with AsyncSession() as s:
            with self.assertRaises(asyncio.TimeoutError):
                await asyncio.wait_for(s.run("while True: pass", **FOREVER), 0.1)
            self.assertEqual((await s.run("1")).value, 1)


def python(code, *options):
    done = subprocess.run([sys.executable, *options, "-c", code], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


BEGIN = """
import asyncio, gc, threading, time, warnings
from vitrine import AsyncSession
async def slow():
    await asyncio.sleep(20)
s = AsyncSession(functions=[slow], awaited=False, cpu=None, steps=None, time=None)
start = time.monotonic()
"""


class Life(Async):
    async def test_close(self):
        s = AsyncSession(functions=[fetch], awaited=False)
        on = asyncio.create_task(s.run("fetch('a', 20)"))
        queued = asyncio.create_task(s.run("1"))
        await asyncio.sleep(0.05)
        await self.late(s.close())
        self.assertEqual((await on).outcome, "cancelled")
        with self.assertRaises(vitrine.SessionError):
            await queued
        await s.close()
        self.assertTrue(s.closed)
        for use in (s.run("1"), s.call("f"), s.get("x"), s.set("x", 1), s.fork(), s.snapshot(), s.reset(),
                    s.__aenter__()):
            with self.assertRaisesRegex(vitrine.SessionError, "closed"):
                await use
        with self.assertRaisesRegex(vitrine.SessionError, "closed"):
            s.describe()
        s.cancel()
        self.assertIn("closed", repr(s))

    async def test_unclosed_warns(self):
        s = AsyncSession(functions=[fetch], awaited=False)
        run = asyncio.create_task(s.run("fetch('a', 20)"))
        await asyncio.sleep(0.05)
        run.cancel()
        await asyncio.gather(run, return_exceptions=True)
        await asyncio.sleep(0.01)
        with self.assertWarnsRegex(ResourceWarning, "unclosed <vitrine.AsyncSession"):
            del s, run
            gc.collect()

    async def test_references_do_not_leak(self):
        class Big:
            async def __call__(self, x: int) -> list:
                return [x]

        big = Big()
        before = sys.getrefcount(big)
        for _ in range(20):
            async with AsyncSession(functions={"f": big}, awaited=False) as s:
                await s.run("f(1)", inputs={"a": [1]}, stdin="x", on_output=lambda *_: None)
                await s.run("f('x')")
        del s
        await asyncio.sleep(0.01)
        gc.collect()
        self.assertEqual(sys.getrefcount(big), before)

    def check(self, body):
        code, out, err = python(BEGIN + body + "\nassert time.monotonic() - start < 10\nprint('end')", "-W", "error")
        self.assertEqual((code, out), (0, "end\n"), err)
        return err

    def test_the_end_of_asyncio_run_cancels(self):
        for code in ("while True: pass", "slow()"):
            self.check(f"async def main():\n    asyncio.create_task(s.run({code!r}))\n    await asyncio.sleep(0.1)\n"
                       "asyncio.run(main())\n"
                       "asyncio.run(s.close())")

    def test_a_loop_that_is_closed_in_the_middle(self):
        for code in ("while True: pass", "slow()", "print(1)\nwhile True: print(1)"):
            err = self.check(
                f"loop = asyncio.new_event_loop()\ntask = loop.create_task(s.run({code!r}, on_output=lambda *_: None))\n"
                "loop.run_until_complete(asyncio.sleep(0.1))\nloop.close()\n"
                "with warnings.catch_warnings():\n    warnings.simplefilter('ignore')\n"
                "    del task; gc.collect(); time.sleep(0.2)\n"
                "async def main():\n    assert (await s.run('1')).value == 1\n    await s.close()\n"
                "asyncio.run(main())")

    def test_exit_in_the_middle(self):
        for code in ("while True: pass", "slow()"):
            code, out, err = python(
                BEGIN + f"loop = asyncio.new_event_loop()\ntask = loop.create_task(s.run({code!r}))\n"
                "loop.run_until_complete(asyncio.sleep(0.1))\nprint('end')")
            self.assertEqual((code, out), (0, "end\n"), err)

    def test_one_loop_after_another(self):
        self.check("for n in range(3):\n    assert asyncio.run(s.run(f'x = {n}; x')).value == n\n"
                   "asyncio.run(s.close())")

    def test_two_loops_at_once(self):
        self.check("loop = asyncio.new_event_loop()\nthread = threading.Thread(target=loop.run_forever, daemon=True)\n"
                   "thread.start()\nfuture = asyncio.run_coroutine_threadsafe(s.run('slow()'), loop)\ntime.sleep(0.2)\n"
                   "try: asyncio.run(s.run('1'))\nexcept RuntimeError as e: assert 'another event loop' in str(e), e\n"
                   "else: raise SystemExit('no error')\n"
                   "s.cancel()\nassert future.result(10).outcome == 'cancelled'\n"
                   "asyncio.run_coroutine_threadsafe(s.close(), loop).result(10)")

    def test_interrupt(self):
        for code in ("while True: pass", "slow()"):
            self.check("import os, signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
                       "threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()\n"
                       "async def main():\n    async with s:\n"
                       f"        await s.run({code!r})\n"
                       "try: asyncio.run(main())\nexcept KeyboardInterrupt: pass\nelse: raise SystemExit('none')\n"
                       "assert s.closed")

    def test_threads_end(self):
        self.check("from vitrine import workers\nworkers.PATIENCE = 0.1\n"
                   "async def main():\n    async with s: await s.run('1')\n"
                   "asyncio.run(main())\n"
                   "while threading.active_count() > 1: time.sleep(0.05)")

    @unittest.skipUnless(hasattr(os, "fork"), "no fork")
    def test_after_fork(self):
        self.check("import os\nwarnings.simplefilter('ignore')\nasync def main():\n    async with AsyncSession() as t:\n"
                   "        assert (await t.run('1')).value == 1\n"
                   "asyncio.run(main())\nchild = os.fork()\nasyncio.run(main())\n"
                   "if child == 0: os._exit(0)\nassert os.waitpid(child, 0)[1] == 0\nasyncio.run(s.close())")

    @unittest.skipUnless(sys.version_info >= (3, 13), "earlier ones do not survive asyncio there")
    def test_subinterpreters(self):
        self.check("try: import _interpreters as i\nexcept ImportError: import _xxsubinterpreters as i\n"
                   "body = '''import asyncio, vitrine.workers\\nvitrine.workers.PATIENCE = 0.2\\n"
                   "async def f(x): return x\\n"
                   "async def main():\\n    async with vitrine.AsyncSession(functions=[f], awaited=False) as s:\\n"
                   "        assert (await s.run('f(1) + f(2)')).value == 3\\nasyncio.run(main())'''\n"
                   "one = i.create()\nbad = i.run_string(one, body)\nassert bad is None, bad\ni.destroy(one)\n"
                   "asyncio.run(s.close())")


if __name__ == "__main__":
    unittest.main()
