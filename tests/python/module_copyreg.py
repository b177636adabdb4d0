"""copy and pickle: objects taken apart by __reduce_ex__ and made anew."""
import copy, pickle, collections, types, re, io, array, datetime, decimal, fractions, enum, functools, dataclasses, random
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class E(Exception):
    def __init__(self, code, msg): self.code=code; self.msg=msg
class E2(Exception):
    def __init__(self, code): super().__init__("msg %s" % code); self.code = code
class P:
    def __init__(self, a): self.a = a
    def __repr__(self): return '%s(%r)' % (type(self).__name__, self.__dict__)
class Sl2:
    __slots__ = 'a', 'b'
    def __repr__(self): return 'Sl2(%r)' % (getattr(self, 'a', None),)
class L(list): pass
class D(dict):
    def __setitem__(self, k, v): print('set', k); super().__setitem__(k, v)
class S(set): pass
class I(int): pass
class St(str):
    def __str__(self): return 'other'
class T(tuple):
    pass
class NA:
    def __new__(cls, a, b=2): o = object.__new__(cls); o.v = (a, b); return o
    def __getnewargs__(self): return self.v
class NX(NA):
    def __getnewargs_ex__(self): return (self.v[0],), {'b': self.v[1]}
class G:
    def __getstate__(self): return {'x': 1}
    def __setstate__(self, s): self.s = s
class R:
    def __reduce__(self): return (P, (3,), {'b': 4})
class RX:
    def __reduce_ex__(self, p): return (P, (p,))
class RS:
    def __reduce__(self): return 'rs'
rs = RS()
class N: pass
class Frozen:
    def __init__(self): self.__dict__['q'] = 1
    def __setattr__(self, n, v): raise TypeError('frozen')
NT = collections.namedtuple('NT', 'a b')
@dataclasses.dataclass(frozen=True)
class FD:
    a: int
    b: list = dataclasses.field(default_factory=list)
@dataclasses.dataclass(slots=True)
class SD:
    a: int
class Col(enum.Enum):
    A = 1
class Cyc:
    def __init__(self): self.me = self; self.l = [self]
def show(v):
    d = getattr(v, '__dict__', None)
    if isinstance(v, io.StringIO): return (v.getvalue(), v.tell())
    if isinstance(v, Cyc): return v.me is v and v.l[0] is v
    if isinstance(v, BaseException): return (v.args, d)
    if type(v) in (NA, NX, G, Frozen): return (type(v).__name__, d)
    if isinstance(v, P) or type(v).__repr__ is object.__repr__: return (type(v).__name__, d)
    return (type(v).__name__, v, d if not isinstance(v, (NT,)) and type(v).__module__ == '__main__' else None)
x = L([1, [2]]); x.attr = [1]
d = D(); dict.__setitem__(d, 'k', [1]); d.attr = 2
s = S([1]); s.attr = 3
i = I(5); i.attr = 4
st = St('text'); tt = T((1, [2])); tt.attr = 1
s2 = Sl2(); s2.a = [7]
io1 = io.StringIO('abc'); io1.read(1)
vals = [E(1,'a'), P([1]), s2, x, d, s, i, tt, NA(5), NX(6, 7), G(), R(), RX(), rs, N, Frozen(), NT(1, [2]), FD(1, [2]), SD(3), Col.A,
  collections.deque([1, [2]], 5), collections.defaultdict(list, {1: [2]}), collections.OrderedDict([(1, [2])]), collections.Counter('aab'),
  range(3), slice(1, 2), 1+2j, bytearray(b'a'), array.array('i', [1, 2]), datetime.datetime(2020, 1, 2), datetime.timedelta(3), decimal.Decimal('1.5'),
  fractions.Fraction(1, 3), len, print, P, Cyc(), types.SimpleNamespace(a=[1]), ValueError('x', 3), KeyError('k'), OSError(2, 'no'), collections.ChainMap({1: 2}), functools.partial(int, base=2), {1: {2}}, frozenset([1]), (1, [2]), NotImplemented, ...,
  collections.UserDict({1: 2}), collections.UserList([1]), UnicodeDecodeError('utf8', b'a', 0, 1, 'why'), StopIteration(3), object]
for v in vals:
    print('==', type(v).__name__)
    t(lambda: show(copy.copy(v)))
    t(lambda: show(copy.deepcopy(v)))
    for p in (2, 4):
        t(lambda: show(pickle.loads(pickle.dumps(v, p))))
t(lambda: str.__str__(copy.copy(st)) )
t(lambda: pickle.dumps(E2(3)) and 1)
t(lambda: pickle.loads(pickle.dumps(E2(3))))
t(lambda: copy.copy((i for i in [])))
t(lambda: copy.deepcopy((i for i in [])))
t(lambda: pickle.dumps(lambda: 0))
t(lambda: pickle.dumps((i for i in [])))
t(lambda: object().__reduce_ex__(4)[1:])
t(lambda: P(1).__getstate__())
t(lambda: P(1).__reduce_ex__(2)[1:])
t(lambda: P(1).__reduce__()[1:])
t(lambda: N().__getstate__())
t(lambda: re.compile('a') == copy.deepcopy(re.compile('a')))
p = P(1)
class M:
    def f(self): return 1
m = M(); m.g = m.f
c = copy.deepcopy(m)
print(c.g.__self__ is c)
t(lambda: pickle.loads(pickle.dumps(M().f))())
import copyreg
class C: 
    def __new__(cls, foo): o = object.__new__(cls); o.foo = foo; return o
copyreg.pickle(C, lambda o: (C, (o.foo,)))
t(lambda: copy.copy(C(3)).foo)
t(lambda: pickle.loads(pickle.dumps(C(3))).foo)
class V: pass
V.__qualname__ = 'Nope'
t(lambda: pickle.dumps(V()))
t(lambda: pickle.loads(b''))
t(lambda: random.Random(3).random() == copy.deepcopy(random.Random(3)).random())
a = [1]; b = copy.deepcopy({'x': a, 'y': a}); print(b['x'] is b['y'])
