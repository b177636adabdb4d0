# Which exception is being handled: sys.exc_info(), bare raise, contexts, tracebacks that __exit__() is given.
import contextlib
import sys
import traceback

try:
    try: 1/0
    except Exception as e: raise ValueError("x") from e
except Exception: print(traceback.format_exc().splitlines()[-1], sys.exc_info()[0])
print(sys.exc_info())


def helper():
    try: int('x')
    except ValueError: pass
    with open_(): pass
class open_:
    def __enter__(s): return s
    def __exit__(s,*a): return False
def f():
    try:
        raise KeyError(1)
    except KeyError as e:
        helper()
        try: pass
        finally: pass
        print(sys.exc_info()[0], sys.exc_info()[1] is e)
        try:
            raise TypeError
        except TypeError:
            print(sys.exc_info()[0])
        print(sys.exc_info()[0])
        return 1
    finally:
        print('fin', sys.exc_info()[0])
f(); print(sys.exc_info()[0])
for i in range(2):
    try:
        raise KeyError
    except KeyError:
        continue
print(sys.exc_info()[0])
def r():
    raise
try:
    try: raise OSError("o")
    except OSError: r()
except OSError as e: print('re', e, e.__context__)
try: r()
except RuntimeError as e: print(e)


class CM:
    def __enter__(s): return s
    def __exit__(s,t,v,tb):
        print(t, v, tb is not None, sys.exc_info()[0])
        return True
with CM(): 1/0
with CM(): pass
print(sys.exc_info()[0])


def inner(): raise TypeError("t")
def handler():
    try: inner()
    except TypeError as e:
        print(repr(e.__context__)); raise RuntimeError("r")
try:
    try: raise ValueError("v")
    except ValueError: handler()
except RuntimeError as e:
    x=e
    while x: print(repr(x), x.__suppress_context__); x=x.__context__


@contextlib.contextmanager
def cm():
    try: yield 1
    except ValueError as e: print('caught', e, sys.exc_info()[0])
with cm(): raise ValueError("z")
print(sys.exc_info()[0])
def g():
    try: yield 1
    finally: print('f')
x=g(); next(x)
try: raise KeyError
except KeyError:
    x.close(); print(sys.exc_info()[0])


def g():
    try: raise KeyError(1)
    except KeyError:
        yield sys.exc_info()[0]
        print('in', sys.exc_info()[0])
        yield sys.exc_info()[0]
    yield sys.exc_info()[0]
it=g()
print(next(it), sys.exc_info()[0])
try: raise OSError
except OSError:
    print(next(it), sys.exc_info()[0])
    print(next(it), sys.exc_info()[0])
print(sys.exc_info()[0])
for x in g(): print(x, sys.exc_info()[0])
try: raise TypeError
except TypeError as e: print(e.__context__)
