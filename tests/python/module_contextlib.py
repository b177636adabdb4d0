# contextlib.
import io
import sys
from contextlib import *


@contextmanager
def tag(name):
    print("<%s>" % name)
    try:
        yield name.upper()
    except ValueError as e:
        print("caught", e)
    finally:
        print("</%s>" % name)


with tag("a") as value:
    print(value)
with tag("b"):
    raise ValueError("inside")
try:
    with tag("c"):
        raise KeyError("out")
except KeyError as e:
    print("outside", e.args)
print(tag.__name__)


@tag("deco")
def decorated():
    print("body")
    return 5


print(decorated(), decorated())


@contextmanager
def empty():
    for _ in ():
        yield


try:
    with empty():
        pass
except RuntimeError as e:
    print(e)


@contextmanager
def twice():
    yield 1
    yield 2


try:
    with twice():
        pass
except RuntimeError as e:
    print(e)


class Door:
    def close(self):
        print("closed")


with closing(Door()) as door:
    print(type(door).__name__)
with suppress(KeyError, IndexError):
    [][1]
    print("not here")
try:
    with suppress(KeyError):
        1 / 0
except ZeroDivisionError:
    print("not suppressed")
with nullcontext(7) as n:
    print(n)
out = io.StringIO()
with redirect_stdout(out):
    print("hidden")
print(repr(out.getvalue()))
with redirect_stderr(io.StringIO()) as err:
    print("gone", file=sys.stderr)
print(repr(err.getvalue()))
with ExitStack() as stack:
    for name in "xy":
        print(stack.enter_context(tag(name)))
    stack.callback(print, "callback", 1, sep="-")
    stack.push(lambda *exc: print("push", exc[0]))
with ExitStack() as stack:
    stack.enter_context(tag("z"))
    raise ValueError("in the stack")
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        stack.callback(print, "first")
except ZeroDivisionError as e:
    print(e)
stack = ExitStack()
stack.callback(print, "later")
kept = stack.pop_all()
stack.close()
kept.close()


class Timer(ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *exc):
        print("stop", exc[0])
        return False


@Timer()
def work(x):
    return x * 2


print(work(4), isinstance(Timer(), AbstractContextManager))
try:
    with ExitStack() as stack:
        stack.enter_context(5)
except TypeError as e:
    print(e)
