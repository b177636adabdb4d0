# inspect.getsource and its like, of the program itself.
import inspect, functools, linecache
def empty(): pass
def doc():
    """only doc"""
# above
# two
@functools.lru_cache(
    None)
def deco(
    a,
    b=1,
):
    # comment

    if a:
        return """
text at column 0
"""
    # last comment

    # at body

# at column 0

class A:
    x = 1

    class B(object):
        def m(self):
            def inner():
                yield 1
            return inner

    async def co(self): await x


def outer():
    class L:
        z = 1
        @property
        def p(self): return 1
    return L
ls = [lambda x: x + 1,
      lambda y: y * 2]
for o in (empty, doc, deco, A, A.B, A.B.m, A.B().m, A.B().m(), A.co, outer, outer(), ls[0], inspect.getsource.__wrapped__ if False else outer()):
    try: print(inspect.getsourcelines(o)[1]); print(inspect.getsource(o), end='|\n')
    except Exception as e: print(type(e).__name__, e)
print(repr(inspect.getcomments(deco)), inspect.getsourcefile(doc) == __file__ , repr(linecache.getline(__file__, 2)))
@functools.wraps(doc)
def w(): return 1
print(inspect.getsource(w), len(inspect.getsource(inspect.getmodule(doc))) > 100)
def uses(): return inspect.currentframe()
