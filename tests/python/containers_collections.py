# deque, OrderedDict and namedtuple in full.
from collections import deque, OrderedDict, namedtuple
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d = deque([1,2,3])
t(lambda: d)
t(lambda: deque([1,2,3], maxlen=2))
t(lambda: deque(maxlen=3))
t(lambda: deque())
t(lambda: deque("abc"))
t(lambda: (d.append(4), d.appendleft(0), list(d)))
t(lambda: (d.pop(), d.popleft(), list(d)))
t(lambda: (d.rotate(1), list(d)))
t(lambda: (d.rotate(-2), list(d)))
t(lambda: (d.rotate(), list(d)))
t(lambda: (d.extend([7,8]), d.extendleft([9,10]), list(d)))
t(lambda: d[0])
t(lambda: d[-1])
t(lambda: d[100])
t(lambda: d["a"])
t(lambda: d[1:2])
def f():
    d[0] = 99; del d[1]; return list(d)
t(f)
t(lambda: (d.insert(1, 5), list(d)))
t(lambda: (d.remove(5), list(d)))
t(lambda: d.remove(1000))
t(lambda: d.index(99))
t(lambda: d.index(1000))
t(lambda: d.count(99))
t(lambda: (d.reverse(), list(d)))
t(lambda: d.copy() == d)
t(lambda: deque([1,2]) == deque([1,2]))
t(lambda: deque([1,2]) == [1,2])
t(lambda: deque([1,2]) < deque([1,3]))
t(lambda: deque([1]) + deque([2]))
t(lambda: deque([1]) * 3)
t(lambda: deque([1]) + [2])
t(lambda: deque([1,2], 3).maxlen)
t(lambda: deque([1,2]).maxlen)
t(lambda: (len(d), bool(d), bool(deque())))
t(lambda: 99 in d)
t(lambda: list(reversed(deque([1,2,3]))))
t(lambda: deque().pop())
t(lambda: deque().popleft())
t(lambda: deque(5))
t(lambda: deque([], -1))
t(lambda: deque([], "a"))
def f():
    q = deque([1,2,3])
    for x in q: q.append(x)
t(f)
def f():
    q = deque([1,2,3], maxlen=3); q.append(4); q.appendleft(0); q.insert(0, 1)
t(f)
def f():
    q = deque([1,2,3], maxlen=3); q += [4, 5]; q *= 2; return q
t(f)
def f():
    q = deque(); q.append(q); return q
t(f)
def f():
    q = deque(range(20))
    out = []
    while q:
        out.append(q.popleft())
        if q: q.rotate(3); q.append(q.pop() + 1) if len(q) % 2 else None
    return out
t(f)
def f():
    q = deque([1,2,3]); q.clear(); return q, isinstance(q, deque), deque.__name__, type(q).__name__
t(f)
class Q(deque):
    def push(self, x): self.append(x); return self
t(lambda: len(Q([1]).push(2)))
t(lambda: sorted(deque([3,1,2])))
t(lambda: max(deque([3,1,2])))
t(lambda: sum(deque([3,1,2])))
t(lambda: deque(deque([1,2], maxlen=1)))
t(lambda: deque([1,2,3]).index(2, 1, 3))
t(lambda: deque(iterable=[1], maxlen=2))
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
t(lambda: o)
t(lambda: (o.move_to_end("a"), list(o)))
t(lambda: (o.move_to_end("c", last=False), list(o)))
t(lambda: o.popitem(last=False))
t(lambda: o.popitem())
t(lambda: OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1))
t(lambda: OrderedDict(a=1, b=2) == dict(b=2, a=1))
t(lambda: OrderedDict())
t(lambda: OrderedDict.fromkeys("ab", 1))
t(lambda: type(OrderedDict(a=1) | {"b": 2}).__name__)
t(lambda: list(reversed(OrderedDict(a=1, b=2))))
t(lambda: OrderedDict(a=1).copy())
P = namedtuple("P", "x y")
p = P(1, 2)
t(lambda: (p, p.x, p[1], p == (1, 2), len(p), p._fields, P.__name__))
t(lambda: p._replace(x=5))
t(lambda: p._asdict())
t(lambda: P._make([3, 4]))
t(lambda: P(1))
t(lambda: P(1, 2, 3))
t(lambda: P(x=1, y=2))
t(lambda: P(1, z=2))
t(lambda: hash(p) == hash((1, 2)))
def f(): p.x = 5
t(f)
t(lambda: (lambda x, y: x + y)(*p))
t(lambda: namedtuple("Q", ["a", "b"], defaults=[5])(1))
t(lambda: sorted([P(2, 1), P(1, 2)]))
t(lambda: namedtuple("Q", "a, b")(1, b=2))
t(lambda: {p: 1}[(1, 2)])
t(lambda: P.__mro__[1].__name__)
t(lambda: isinstance(p, tuple))
t(lambda: p + (3,))
t(lambda: p._replace(zz=1))
class P(namedtuple("P", "x y")):
    __slots__ = ()
    def s(self): return self.x + self.y
    @property
    def d(self): return self.x * 2
p = P(1, 2)
print(p.s(), p.d, p[0], p == (1, 2), isinstance(p, tuple))
print(p)
a, b = p
print(a, b, p.x)
