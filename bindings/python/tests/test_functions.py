"""Host functions: names, signatures, errors that cross, exceptions that do not."""

import functools
import logging
import typing
import unittest
from typing import Any, Dict, List, Optional, Union

import vitrine
from vitrine import HostError, Session, signature


class Functions(unittest.TestCase):
    def test_ways_to_offer(self):
        def sql(query: str, params: Optional[dict] = None) -> list:
            "Rows of a read-only query."
            return [{"q": query, "p": params}]

        with Session(functions=[sql]) as s:
            self.assertEqual(s.run("sql('a', {'n': 1})").value, [{"q": "a", "p": {"n": 1}}])
            self.assertEqual(s.run("sql(query='a')").value, [{"q": "a", "p": None}])
            self.assertEqual(s.run("sql.__doc__").value, "Rows of a read-only query.")

            @s.function
            def twice(n: int) -> int:
                return 2 * n

            @s.function(name="db.count")
            def count(*tables: str, **how: int) -> dict:
                return {"tables": tables, "how": how}

            self.assertEqual(twice(4), 8)
            self.assertEqual(s.run("twice(4)").value, 8)
            self.assertEqual(s.run("import db; db.count('a', 'b', x=1)").value,
                             {"tables": ("a", "b"), "how": {"x": 1}})
            self.assertIn("sql(query: str", s.describe())
            names = [tool["name"] for tool in s.tools()]
            self.assertEqual(names, ["db.count", "sql", "twice"])
        with Session(functions={"m.f": lambda: 5}) as s:
            self.assertEqual(s.run("import m; m.f()").value, 5)

    def test_arguments_are_checked_before(self):
        called = []

        def f(n: int, names: List[str] = []) -> None:
            called.append(n)

        with Session(functions=[f]) as s:
            for code, message in (("f('x')", "'n' must be int, not str"), ("f()", "missing"),
                                  ("f(1, [2])", "'names', item 0 must be str"), ("f(1, 2, 3)", "takes 2"),
                                  ("f(1, z=1)", "unexpected keyword")):
                r = s.run(code)
                self.assertEqual(r.error.type, "TypeError", code)
                self.assertIn(message, r.error.message)
            self.assertEqual(called, [])
            self.assertTrue(s.run("f(1, names=['a'])").ok)
            self.assertEqual(called, [1])

    def test_errors_that_cross(self):
        class Secret(Exception):
            pass

        def fail(how: str):
            raise {"value": ValueError("bad host value"), "key": KeyError("k"), "args": OSError(2, "no"),
                   "code": HostError("quota", "too many"), "own": Secret("password"),
                   "stop": StopIteration(), "text": ValueError("\ud800\0x")}[how]

        with Session(functions=[fail]) as s, self.assertLogs("vitrine", logging.ERROR) as log:
            def error(how):
                e = s.run(f"fail({how!r})").error
                return e.type, e.message

            self.assertEqual(error("value"), ("ValueError", "bad host value"))
            self.assertEqual(error("key"), ("KeyError", "'k'"))
            self.assertEqual(error("args")[0], "FileNotFoundError")
            self.assertEqual(error("stop")[0], "StopIteration")
            self.assertEqual(error("text"), ("ValueError", "\\ud800\\x00x"))
            self.assertEqual(s.run("try:\n  fail('code')\nexcept HostError as e: c = e.code\nc").value,
                             "quota")
            r = s.run("try:\n  fail('own')\nexcept HostError as e: c = e.code, str(e)\nc")
            self.assertEqual(r.value[0], "Secret")
            self.assertNotIn("password", repr(r.value))
            self.assertIn("password", log.output[-1] + str(log.records[-1].exc_info))

    def test_answers_that_cannot_cross(self):
        def bad():
            return [object()]

        def large():
            return "x" * (2 << 20)

        def text():
            return "\ud800"

        with Session(functions=[bad, large, text]) as s:
            e = s.run("bad()").error
            self.assertEqual((e.type, e.message),
                             ("TypeError", "a object cannot cross: the answer of bad(), at [0]"))
            self.assertEqual(s.run("large()").error.type, "ValueError")
            self.assertEqual(s.run("text()").error.type, "ValueError")

    def test_what_ends_the_run_and_goes_on(self):
        def leave(how: str):
            raise {"exit": SystemExit(3), "key": KeyboardInterrupt(), "own": GeneratorExit()}[how]

        with Session(functions=[leave]) as s:
            for how, kind in (("exit", SystemExit), ("key", KeyboardInterrupt), ("own", GeneratorExit)):
                with self.assertRaises(kind):
                    s.run(f"x = 1\ntry: leave({how!r})\nexcept BaseException: pass")
                self.assertIsNone(s.get("x", None))
                self.assertEqual(s.run("1").value, 1)

    def test_own_session_is_refused_others_are_not(self):
        with Session() as s, Session() as other:
            errors = []

            @s.function
            def again() -> int:
                for use in (lambda: s.run("1"), s.close, s.snapshot, lambda: s.set("x", 1),
                            lambda: s.call("f"), s.describe, lambda: s.limits, s.reset):
                    try:
                        use()
                    except vitrine.SessionError as error:
                        errors.append(str(error))
                return other.run("40 + 2").value

            self.assertEqual(s.run("again()").value, 42)
            self.assertEqual(len(errors), 8)
            self.assertIn("own host functions", errors[0])

    def test_what_is_refused(self):
        async def f():
            pass

        class Async:
            async def __call__(self):
                pass

        def path(p: logging.Logger):
            pass

        with Session() as s:
            for bad in (f, functools.partial(f), Async()):
                with self.assertRaisesRegex(TypeError, "async"):
                    s.function(name="f")(bad)
            with self.assertRaisesRegex(TypeError, "'p' is annotated Logger"):
                s.function(path)
            with self.assertRaisesRegex(TypeError, "callable"):
                s.function(5)
            with self.assertRaisesRegex(TypeError, "no name"):
                s.function(functools.partial(len))
            s.function(name="g")(lambda: 1)
            with self.assertRaisesRegex(ValueError, "exists already|already"):
                s.function(name="g")(lambda: 2)
            with self.assertRaises(ValueError):
                s.function(name="not a name")(lambda: 1)
        with self.assertRaisesRegex(TypeError, "callable"):
            Session(functions=[5])

    def test_host_calls_are_limited(self):
        with Session(functions={"f": lambda: 1}, host_calls=3) as s:
            r = s.run("for i in range(9): f()")
            self.assertEqual((r.outcome, r.spent.host_calls), ("out_of_calls", 3))

    def test_builtin_and_bound(self):
        class Counter:
            def __init__(self):
                self.n = 0

            def add(self, n: int = 1) -> int:
                self.n += n
                return self.n

        counter = Counter()
        with Session(functions=[counter.add, len]) as s:
            self.assertEqual(s.run("add(); add(n=5); len([1, 2])").value, 2)
            self.assertEqual(counter.n, 6)


class Signatures(unittest.TestCase):
    def text(self, function):
        return signature.of("f", function)

    def test_annotations(self):
        def a(x: int, y: "Optional[str]" = None, *, z: Union[int, float] = 1.5) -> Dict[str, Any]: ...
        def b(x, /, *rest: bytes, **named: List[Dict[str, int]]): ...
        def c(x: typing.Literal["a", 1], y: typing.Sequence[int], z: object = object()) -> logging.Logger: ...
        def d(x: typing.Tuple[int, ...], y: typing.Tuple[int, str], z: typing.Set[int], w: None): ...
        def e(*, x: str = "a, b)'\""): ...
        def g(x: "Unknown"): ...  # noqa: F821

        self.assertEqual(self.text(a), "(x: int, y: str | None = None, *, z: int | float = 1.5) -> dict[str, Any]")
        self.assertEqual(self.text(b), "(x, /, *rest: bytes, **named: list[dict[str, int]])")
        self.assertEqual(self.text(c), "(x: str | int, y: list[int]|tuple[int, ...], z: Any = ...)")
        self.assertEqual(self.text(d), "(x: tuple[int, ...], y: tuple, z: set[int], w: None)")
        self.assertEqual(self.text(g), "(x)")
        self.assertIsNone(self.text(dict))
        with Session() as s:  # and the library reads them all
            for i, f in enumerate((a, b, c, d, e, g)):
                s.function(name=f"f{i}")(f)
