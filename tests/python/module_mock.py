import unittest
from unittest import mock
from unittest.mock import ANY, DEFAULT, AsyncMock, MagicMock, Mock, NonCallableMock, PropertyMock, call, create_autospec, mock_open, patch, seal, sentinel
import io
import os
import random
import sys
import time
import asyncio


def attempt(text, *names):
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "raises", type(error).__name__, str(error))


m = Mock(return_value=3)
print(m(1, 2, a=3), m.called, m.call_count, m.call_args, m.call_args.args, m.call_args.kwargs, m.call_args_list, m.mock_calls)
m.method(4)
m.method.deep(5, k=6)
m.x.y.z()
print(m.mock_calls, m.method_calls)
print(m.mock_calls == [call(1, 2, a=3), call.method(4), call.method.deep(5, k=6), call.x.y.z()])
m.assert_called_once_with(1, 2, a=3)
m.method.assert_called_with(4)
m.assert_has_calls([call.method(4), call.method.deep(5, k=6)])
m.assert_any_call(1, 2, a=ANY)
for text in ("m.assert_not_called()", "m.assert_called_with(9)", "m.method.assert_called_with()", "m.w.assert_called()",
             "m.w.assert_called_once()", "m.w.assert_called_with(1)", "m.assert_any_call(7)", "m.assert_has_calls([call(5)])",
             "m.w.assert_called_once_with()", "m.assert_caled()", "m.assert_foo", "m.assert_has_calls([call(5), call(1, 2, a=3)], any_order=True)"):
    attempt(text)
m.reset_mock()
print(m.called, m.mock_calls, m())

m = Mock(side_effect=[1, KeyError("k"), 2])
print(m())
attempt("m()")
print(m())
attempt("m()")
m = Mock(side_effect=lambda x: x * 2)
print(m(4))
m = Mock(side_effect=ValueError("bad"))
attempt("m()")
m = Mock(side_effect=lambda: DEFAULT, return_value=8)
print(m())

m = Mock(spec=["a", "b"])
print(m.a is m.a, isinstance(m.a, Mock))
attempt("m.c")
m = Mock(spec=dict)
print(isinstance(m, dict), m.__class__)
attempt("m.foo")
m = Mock(spec_set=["a"])
m.a = 3
try:
    m.b = 4
except AttributeError as error:
    print(error)
m = Mock(name="thing", **{"x.return_value": 5, "y": 6, "z.side_effect": KeyError})
print(m.x(), m.y, repr(m).split(" id=")[0], repr(m.x).split(" id=")[0], repr(m.q().w).split(" id=")[0])
attempt("m.z()")
del m.y
attempt("m.y")
m = Mock()
m.attr = 5
m.sub = Mock(return_value=7)
print(m.attr, m.sub(1), m.mock_calls)
other = Mock()
m.attach_mock(other, "other")
other.call()
print(m.mock_calls)

m = MagicMock()
print(len(m), list(m), int(m), float(m), bool(m), 1 in m, m == m, m != m, m == 3)
m.__len__.return_value = 4
m.__getitem__.side_effect = lambda k: k * 2
m.__iter__.return_value = [1, 2]
m.__contains__.return_value = True
m.__str__.return_value = "text"
print(len(m), m[3], list(m), list(m), 9 in m, str(m))
with m as entered:
    print(entered is m.__enter__.return_value)
m[1] = 2
print(m.__setitem__.call_args, m.__enter__.called, m.__exit__.call_args)
m.__enter__.return_value = "inside"
with m as value:
    print(value)
m = MagicMock()
m.__add__.return_value = 10
m.__lt__.return_value = True
print(m + 1, m < 3)
attempt("MagicMock() < 3")
m = Mock()
attempt("len(m)")
m.__len__ = Mock(return_value=2)
m.__str__ = lambda self: "own"
print(len(m), str(m))

print(call(1, b=2), call.foo(3), call.foo.bar(4)(5), call().x(), call, call.foo, [call(1)], call(1) == ((1,), {}), call(1) == call(1), call(1) == call(2))
print(call.a(1).b(2).call_list(), call(1).args, call(a=1).kwargs, call("x", 2)[1])
print(sentinel.one, sentinel.one is sentinel.one, ANY == 3, [1, 2] == [ANY, 2])


class Thing:
    limit = 3

    def __init__(self, size):
        self.size = size

    def act(self, a, b=2):
        return a + b

    @staticmethod
    def fixed(q):
        return q

    @property
    def prop(self):
        return "prop"


def helper(a, b=1):
    return a + b


with patch.object(Thing, "act", return_value=99) as act:
    print(Thing(1).act(5), act.call_args)
print(Thing(1).act(5))
with patch.object(Thing, "act", autospec=True) as act:
    act.return_value = 1
    thing = Thing(2)
    print(thing.act(7), act.call_args == call(thing, 7))
with patch.object(Thing, "limit", 7):
    print(Thing.limit, Thing(1).limit)
print(Thing.limit)
with patch.object(Thing, "prop", new_callable=PropertyMock) as prop:
    prop.return_value = "mocked"
    print(Thing(1).prop, prop.mock_calls)
print(Thing(1).prop)
with patch("time.sleep") as sleep:
    time.sleep(1000)
    print(sleep.call_args)
with patch("os.path.exists", return_value=True), patch("os.listdir") as listing:
    listing.return_value = ["a", "b"]
    print(os.path.exists("nowhere"), os.listdir("x"))
with patch("builtins.print") as p:
    print("hidden")
print(p.mock_calls)
with patch("builtins.open", mock_open(read_data="one\ntwo\n")) as opened:
    with open("f") as f:
        print(f.readline(), f.read())
    with open("f") as f:
        print(list(f))
    with open("g", "w") as f:
        f.write("text")
print(opened.mock_calls[:3], opened().write.mock_calls)
handle = mock_open(read_data=b"bytes\nmore")
print(handle("x", "rb").readlines(), handle().read())
with patch("builtins.input", side_effect=["5", "six"]):
    print(input(), input("?"))
with patch("sys.stdout", new_callable=io.StringIO) as out:
    print("captured")
print(repr(out.getvalue()))
with patch.object(sys, "argv", ["prog", "-x"]):
    print(sys.argv)
with patch("sys.exit") as leave:
    sys.exit(3)
    print(leave.call_args)
with patch.dict(os.environ, {"KEY": "value"}):
    print(os.environ["KEY"])
print("KEY" in os.environ)
table = {"a": 1}
with patch.dict(table, {"b": 2}, clear=True):
    print(table)
print(table)
with patch.multiple(Thing, act=DEFAULT, limit=5) as found:
    print(sorted(found), Thing.limit)


@patch("random.randint", return_value=4)
@patch.object(Thing, "limit", 1)
def patched(randint, more=1):
    return random.randint(1, 6), Thing.limit, randint.called


print(patched(), patched.__name__)
patcher = patch("random.random", return_value=0.5)
print(patcher.start()(), random.random())
patcher.stop()
attempt("patch.object(Thing, 'nothing').__enter__()")
attempt("patch('nodot')")

spec = create_autospec(helper, return_value=10)
print(spec(1, b=2))
attempt("spec()")
attempt("spec(1, 2, 3)")
spec.assert_called_once_with(1, b=2)
spec = create_autospec(Thing)
made = spec(3)
made.act.return_value = 4
print(made.act(1), made.act.call_args, isinstance(made, Thing))
attempt("spec()")
attempt("made.act()")
attempt("made.none")
m = Mock()
m.known = 3
seal(m)
attempt("m.unknown")


class Wrapped:
    def add(self, a, b):
        return a + b


w = Mock(wraps=Wrapped())
print(w.add(1, 2), w.add.call_args)


async def use():
    a = AsyncMock(return_value=5)
    print(await a(1), a.await_count, a.await_args)
    a.assert_awaited_once_with(1)
    a.side_effect = [1, ValueError("no")]
    print(await a())
    try:
        await a()
    except ValueError as error:
        print(error)
    m = MagicMock()
    async with m as x:
        print("in")


asyncio.run(use())


class Case(unittest.TestCase):
    @patch("time.time", return_value=12.5)
    def test_time(self, now):
        self.assertEqual(time.time(), 12.5)
        now.assert_called_once()

    def setUp(self):
        patcher = patch.object(Thing, "limit", 8)
        self.addCleanup(patcher.stop)
        patcher.start()

    def test_limit(self):
        self.assertEqual(Thing.limit, 8)


result = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(Case))
print(result.testsRun, result.failures, result.errors, Thing.limit)
print(sorted(mock.__all__))
