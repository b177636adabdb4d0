# Frames: sys._getframe, inspect.stack, traceback.extract_stack, places in records and warnings.
import inspect
import io
import logging
import sys
import traceback
import types
import warnings


def outer(a):
    b = a + 1
    return inner()


def inner():
    frame = sys._getframe()
    names = []
    while frame is not None:
        names.append((frame.f_code.co_name, frame.f_lineno))
        frame = frame.f_back
    caller = sys._getframe(1)
    print(names, caller.f_locals, caller.f_globals is globals())
    print(isinstance(caller, types.FrameType), isinstance(caller.f_code, types.CodeType), caller == sys._getframe(1))
    return caller


kept = outer(1)
print(kept.f_code.co_name, kept.f_code is not None)


class Thing:
    def __init__(self):
        self.made = sys._getframe(1).f_lineno

    def __add__(self, other):
        return inspect.currentframe().f_back.f_code.co_name

    def method(self):
        return sys._getframe().f_code.co_qualname


def use():
    thing = Thing()
    return thing.made, thing + thing, thing.method()


print(use())
print(sorted([2, 1], key=lambda n: print(sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name) or n))


def generator():
    yield sys._getframe(1).f_code.co_name
    frame = sys._getframe()
    first = frame.f_lineno
    second = frame.f_lineno
    yield second - first


def consume():
    return [value for value in generator()], list(generator())


print(consume())


def deep(n):
    return deep(n - 1) if n else len(inspect.stack())


print(deep(5), deep(0))
print([(entry.name, entry.lineno) for entry in traceback.extract_stack()])
print(inspect.stack()[0].function, inspect.currentframe().f_lineno)


def arguments(x, *rest, y=2, **more):
    info = inspect.getargvalues(inspect.currentframe())
    return info.args, info.varargs, info.keywords, sorted(info.locals)


print(arguments(1, 2, z=3))
try:
    sys._getframe(100)
except ValueError as e:
    print(e)

stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)s %(funcName)s %(lineno)d %(module)s"))
log = logging.getLogger("places")
log.addHandler(handler)


def logs():
    log.warning("x")
    log.log(logging.ERROR, "y")
    log.error("z", stacklevel=2)


logs()
log.warning("at the top")
print(stream.getvalue())


def old(level):
    warnings.warn("old", DeprecationWarning, stacklevel=level)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old(1)
    old(2)
print([(w.lineno, w.category.__name__, str(w.message), w.filename.endswith("module_frames.py")) for w in caught])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("default")
    for _ in range(3):
        warnings.warn("once for each place")
    warnings.warn("once for each place")
    warnings.warn("not told", PendingDeprecationWarning)
print(len(caught))
with warnings.catch_warnings():
    warnings.filterwarnings("error", message=".*bad.*")
    try:
        warnings.warn("something bad here")
    except UserWarning as e:
        print("raised", e)


def outermost():
    def inner():
        return [[entry.name for entry in traceback.extract_stack(limit=n)] for n in (1, 2, 3, -1, -2)]
    return inner()


print(outermost())
