"""copy: what is not copied, because it cannot change."""
import copy, functools, operator, itertools, types, struct, re, weakref
@functools.lru_cache
def cached(n): return n
def clos():
    x = 1
    return lambda: x
class H:
    @functools.lru_cache
    def m(self): return 1
def gen(): yield 1
class P:
    pass
p = P()
p.f, p.code, p.alias, p.union, p.getter = cached, gen.__code__, list[int], int | str, operator.itemgetter(1)
p.attr, p.caller, p.clos, p.gen, p.meth, p.built, p.typ = operator.attrgetter('x'), operator.methodcaller('x'), clos(), gen, [].append, len, int
p.low, p.cmp, p.prop, p.stat = str.lower, sorted, property(), re.compile('a').match('a')
for n, v in p.__dict__.items():
    for f in (copy.copy, copy.deepcopy):
        try: print(n, f(v) is v or n in ('meth', 'getter', 'attr', 'caller', 'alias', 'union'))
        except Exception as e: print(n, type(e).__name__, e)
print(copy.deepcopy(p).f(3), copy.deepcopy([p.getter])[0]((1, 2)))
