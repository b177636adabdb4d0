"""Values, there and back."""

import collections
import dataclasses
import datetime
import decimal
import enum
import math
import pathlib
import unittest

from vitrine import Session


class Colour(enum.IntEnum):
    RED = 1


@dataclasses.dataclass
class Point:
    x: int
    inner: object = None


Pair = collections.namedtuple("Pair", "a b")


class Values(unittest.TestCase):
    def setUp(self):
        self.s = Session()
        self.s.run("def echo(v): return v\ndef kind(v): return type(v).__name__")

    def tearDown(self):
        self.s.close()

    def test_same_after_a_round_trip(self):
        for value in (
            None, True, False, 0, -1, 2**62, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**64,
            10**40, -(10**40), 2**9000, -(2**9000) + 1, 1 << 40000, 0.0, -0.0, 1.5, math.inf,
            "", "text", "é\U0001f600", "nul\0nul", b"", b"\0\xff", [], [1, [2, [3]]], (), (1,),
            ((1, 2), "x"), {}, {"a": 1, 2: "b", (1, 2): None, None: [], b"k": 1.5, True: 0},
            set(), {1, 2, "x"}, frozenset({1, (2, 3)}), [{"rows": [{"a": (1, {2})}]}] * 20,
        ):
            with self.subTest(kind=type(value).__name__):
                back = self.s.call("echo", value)
                self.assertEqual(back, value)
                self.assertIs(type(back), type(value))
        self.assertTrue(math.isnan(self.s.call("echo", math.nan)))
        self.assertEqual(math.copysign(1, self.s.call("echo", -0.0)), -1)

    def test_kinds_that_stand_for_others(self):
        for value, there in (
            (Colour.RED, 1), (Pair(1, 2), (1, 2)), (collections.OrderedDict(a=1), {"a": 1}),
            (collections.defaultdict(list, a=[1]), {"a": [1]}),
            (datetime.datetime(2024, 5, 6, 7, 8), "2024-05-06T07:08:00"),
            (datetime.date(2024, 5, 6), "2024-05-06"), (datetime.time(7, 8), "07:08:00"),
            (decimal.Decimal("1.10"), "1.10"), (Point(1, Point(2)), {"x": 1, "inner": {"x": 2, "inner": None}}),
        ):
            with self.subTest(repr(value)):
                self.assertEqual(self.s.call("echo", value), there)

    def test_what_cannot_cross_is_named_with_its_place(self):
        class Own:
            pass

        for value, message in (
            (Own(), r"a .*Own cannot cross: argument 2 of echo\(\)$"),
            ([1, {"a": pathlib.PurePosixPath("/")}],
             r"a PurePosixPath cannot cross: argument 2 of echo\(\), at \[1\]\['a'\]$"),
            ({Own: 1}, r"a type cannot cross: argument 2 of echo\(\), at a key$"),
            ([(1, {frozenset([Own])})], r"argument 2 of echo\(\), at \[0\]\[1\], an item of a set, an item"),
            (Point(Own()), r"at \['x'\]|argument 2 of echo\(\), at \['x'\]"),
            (bytearray(b"x"), "a bytearray cannot cross"),
            (datetime.timedelta(1), "a timedelta cannot cross"), (1j, "a complex cannot cross"),
            (Point, "a type cannot cross"), (lambda: 1, "a function cannot cross"),
        ):
            with self.subTest(message), self.assertRaisesRegex(TypeError, message):
                self.s.call("echo", 1, value)
        with self.assertRaisesRegex(TypeError, r"a .*Own cannot cross: the value of rows, at \[0\]"):
            self.s.set("rows", [Own()])
        self.assertEqual(self.s.run("1").value, 1)

    def test_surrogates(self):
        for value in ("\ud800", ["a\udfff"], {"\ud800": 1}):
            with self.assertRaisesRegex(ValueError, "lone surrogate"):
                self.s.call("echo", value)
        with self.assertRaises(ValueError):
            self.s.call("\ud800")
        self.assertEqual(self.s.run("chr(0xd800)").value, None)

    def test_depth_and_cycles(self):
        def nest(n):
            value = []
            for _ in range(n - 1):
                value = [value]
            return value

        self.s.set("x", nest(64))
        self.s.call("echo", nest(63))
        for deep in (nest(65), nest(100000)):
            with self.assertRaisesRegex(ValueError, "nests deeper than 64"):
                self.s.set("x", deep)
        loop = {}
        loop["self"] = loop
        point = Point(1)
        point.inner = point
        for value in (loop, point):
            with self.assertRaisesRegex(ValueError, "holds itself"):
                self.s.set("x", value)

    def test_size(self):
        with self.assertRaisesRegex(ValueError, "limit"):
            self.s.call("echo", "x" * (1 << 20))
        r = self.s.run("'x' * (1 << 21)")
        self.assertIsNone(r.value)
        self.assertTrue(r.repr.startswith("'xxx"))
        with Session(value="4M") as s:
            self.assertEqual(len(s.run("'x' * (1 << 21)").value), 1 << 21)

    def test_objects_that_change_while_they_are_read(self):
        rows = {"a": None}

        @dataclasses.dataclass
        class Evil:
            x: int = 0

            def __getattribute__(self, name):
                if name == "x":
                    rows["more"] = 1
                return object.__getattribute__(self, name)

        rows["a"] = Evil()
        with self.assertRaisesRegex(RuntimeError, "changed its size"):
            self.s.set("x", rows)
        items = []

        @dataclasses.dataclass
        class Shrinking:
            x: int = 0

            def __getattribute__(self, name):
                if name == "x":
                    items.clear()
                return object.__getattribute__(self, name)

        items.extend([Shrinking(), 1, 2])
        self.s.set("x", items)

    def test_adapting_that_raises(self):
        @dataclasses.dataclass
        class Bad:
            x: int = 0

            def __getattribute__(self, name):
                if name == "x":
                    raise LookupError("not now")
                return object.__getattribute__(self, name)

        with self.assertRaisesRegex(LookupError, "not now"):
            self.s.set("x", [Bad()])
