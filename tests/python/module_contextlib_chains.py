# contextlib: what exits raise, and what stands for what is missing.
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, suppress
class R:
    def __init__(self, exc): self.exc = exc
    def __enter__(self): return self
    def __exit__(self, *d): raise self.exc
class RA(R):
    def __exit__(self, *d): raise self.exc from d[1]
def f(e): raise e
def tree(e):
    out = []
    while e is not None: out.append(repr(e)); e = e.__context__
    return out
try:
    with ExitStack() as s:
        s.callback(f, IndexError()); s.callback(f, KeyError()); s.callback(f, AttributeError()); s.enter_context(R(ValueError()))
        1/0
except IndexError as e: print(tree(e))
try:
    try: 1/0
    except ZeroDivisionError:
        with ExitStack() as s:
            s.callback(f, KeyError("a")); s.callback(f, IndexError("b"))
except KeyError as e: print(tree(e))
try:
    with ExitStack() as s:
        s.callback(f, KeyError("a")); s.callback(f, IndexError("b"))
except KeyError as e: print(tree(e))
try:
    with R(IndexError()):
        with R(KeyError()): 1/0
except IndexError as e: print(tree(e))
def cb(*a, **k): print(a, sorted(k))
with ExitStack() as s:
    s.callback(cb, 1, self=2, callback=3)
@contextmanager
def two():
    try: yield 1; yield 2
    finally: print("closed")
try:
    with two(): pass
except RuntimeError as e: print(e)
try: 
    class B(AbstractContextManager): pass
    B()
except TypeError as e: print(e)
@contextmanager
def doc():
    "the doc"
    yield
print(doc().__doc__, doc.__doc__)
class N:
    def __enter__(self): pass
    __exit__ = None
print(issubclass(N, AbstractContextManager))
with suppress(ZeroDivisionError), nullcontext(3) as q: print(q); 1/0
