"""dataclasses: what is refused, annotations and docs of what is written, slots, pickles."""
from dataclasses import *
import dataclasses, typing, inspect, pickle, copy
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def a():
    class S(list): pass
    @dataclass
    class P:
        x: S = S()
t(a)
def a():
    @dataclass
    class P:
        x: list = []
t(a)
def a():
    @dataclass
    class A:
        self: int
        x: int = 3
    return A(3), A(self=4)
t(a)
def a():
    @dataclass
    class C:
        f: "C" = None
        g: int = field(repr=False, default=1)
    c = C(); c.f = c
    return repr(c)
t(a)
@dataclass
class D:
    x: int
    y: "typing.List[int]" = field(default_factory=list)
    z: str = 'a'
print(D.__doc__)
@dataclass
class Rec:
    C: "Rec" = field(default_factory=int)
t(lambda: D())
t(lambda: inspect.signature(D))
t(lambda: D.__init__.__annotations__)
t(lambda: fields(D)[0].metadata)
def a(): 
    field(metadata=3)
    @dataclass
    class X:
        a: int = field(metadata=3)
t(a)
def a():
    @dataclass
    class X:
        a: int
        _: KW_ONLY
        b: int
        _2: KW_ONLY
        c: int
t(a)
def a():
    @dataclass
    class X:
        a: typing.ClassVar[int] = field(kw_only=True)
t(a)
t(lambda: make_dataclass('C', [(1,2,3,4)]))
t(lambda: make_dataclass('C', [float]))
t(lambda: make_dataclass('C', [()]))
t(lambda: make_dataclass('C', ['for']))
t(lambda: make_dataclass('C', ['x', ('y', int), ('z', int, field(default=4))])(1,2))
T = typing.TypeVar('T')
class Par(typing.Generic[T]): pass
t(lambda: make_dataclass('C', [('x', T)], bases=(Par[T],))[int])
t(lambda: make_dataclass('C', [('x', int)]).__module__)
@dataclass(frozen=True, slots=True)
class F:
    a: int
    b: str = "x"
t(lambda: pickle.loads(pickle.dumps(F(1,'z'))))
t(lambda: copy.copy(F(1,'z')))
t(lambda: copy.deepcopy(F(1,'z')))
@dataclass(slots=True)
class G:
    a: int
    b: list = field(default_factory=list)
t(lambda: pickle.loads(pickle.dumps(G(1,['z']))))
t(lambda: copy.deepcopy(G(1,['z'])))
class Desc:
    def __get__(self, i, o): return 100 if i is None else i._v
    def __set__(self, i, v): i._v = v
@dataclass
class H:
    d: Desc = Desc()
t(lambda: H().d)
t(lambda: H(3).d)
class Desc2(Desc):
    def __get__(self, i, o):
        if i is None: raise AttributeError()
        return i._v
@dataclass
class H2:
    d: Desc2 = Desc2()
t(lambda: H2())
@dataclass
class X1:
    x: InitVar[list]
    y: InitVar[typing.List[int]] = 3
t(lambda: X1.__annotations__)
t(lambda: InitVar[int])
@dataclass(order=True)
class O:
    a: int
    b: str
t(lambda: O(1,'a') < O(1, 'b'))
t(lambda: O(1,'a') < 3)
t(lambda: O.__dataclass_params__)
t(lambda: asdict(D))
t(lambda: fields(3))
t(lambda: replace(D(1), q=2))
t(lambda: D(1,2,3,4))
t(lambda: D(1,w=4))
@dataclass(frozen=True)
class Fz:
    x: int
def a(): Fz(1).x = 3
t(a)
def a(): del Fz(1).x
t(a)
def a(): Fz(1).q = 3
t(a)
def a():
    @dataclass
    class Sub(Fz): y: int
t(a)
def a():
    @dataclass
    class Sub:
        y: int = 1
        x: int
t(a)
@dataclass(weakref_slot=True, slots=True)
class W:
    a: int
t(lambda: W.__slots__)
def a():
    @dataclass(weakref_slot=True)
    class W: a: int
t(a)
t(lambda: hash(Fz(3)) == hash((3,)))
t(lambda: hash(D(3)))
t(lambda: Fz.__eq__.__qualname__ + Fz.__setattr__.__qualname__ + Fz.__repr__.__qualname__)
t(lambda: asdict(D(1, [F(1)])))
t(lambda: is_dataclass(list[int]))
def pk():
    global P
    @dataclass
    class P:
        x: int
        class In: pass
        def f(self): pass
    return P.__qualname__, P.In.__qualname__, P.f.__qualname__, pickle.loads(pickle.dumps(P(3)))
t(pk)
def fn():
    global gf
    def gf(): pass
    return gf.__qualname__, gf.__name__
t(fn)
