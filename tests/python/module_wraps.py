# wraps() copies what a function remembers.
from functools import wraps, update_wrapper
def f(): pass
f.attr = 5
@wraps(f)
def g(): pass
@wraps(f, assigned=("__name__", "__qualname__", "__doc__", "__module__"), updated=())
def h(): pass
def outer(normal):
    def deco(f):
        @wraps(normal)
        @wraps(f, assigned=("__name__", "__qualname__", "__doc__", "__module__"), updated=())
        def wrapper(*args, **kwargs): pass
        return wrapper
    return deco
@outer(f)
async def k(): pass
print(getattr(k,'attr',None))
print(g.attr, g.__wrapped__ is f, "attr" in g.__dict__, hasattr(h, "attr"), h.__name__)


class Callable:
    def __init__(self):
        self.tag = 7

    def __call__(self):
        return 1


print(wraps(Callable())(lambda: 2).tag, wraps(Callable)(lambda: 2).__name__, wraps(len)(lambda: 2).__name__)
