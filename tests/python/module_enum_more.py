"""enum: mixed with other types, flags beyond their bits, what is refused."""
import dataclasses
import datetime
import pickle
from enum import *
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class S(StrEnum):
    one = b'3', 'ascii'
    two = 'b'
    three = auto()
t(lambda: list(S))
def a():
    class S2(StrEnum):
        one = '1', 2
t(a)
def a():
    class S2(StrEnum):
        one = 1
t(a)
class F(float, Enum):
    pi = 3.14
    e = 2.7
t(lambda: (str(F.pi), format(F.pi), '%s' % F.pi, f'{F.pi}', repr(F.pi), F.pi + 1, F.pi == 3.14, f'{F.pi:>10}'))
class I(int, Enum):
    a = 1
t(lambda: (str(I.a), format(I.a), f'{I.a}', repr(I.a), '%d' % I.a, I.a + 1, f'{I.a:>5}'))
class IE(IntEnum):
    a = 1
class IE2(IntEnum):
    z = 1
t(lambda: (IE.a == IE2.z, IE.a == 1, IE.a != 2, hash(IE.a) == hash(1), IE.a < 2, str(IE.a), repr(IE.a), f'{IE.a:03}', IE.a in (1, 2)))
class St(str, Enum):
    a = 'A'
t(lambda: (str(St.a), format(St.a), repr(St.a), St.a == 'A', St.a.lower(), 'A' == St.a, hash(St.a) == hash('A'), St('A')))
class Dt(datetime.date, Enum):
    x = 2020, 1, 2
t(lambda: (Dt.x, str(Dt.x), Dt.x.year, Dt.x == datetime.date(2020, 1, 2), Dt.x.value))
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def g(self): return round(6.67e-11 * self.mass / self.radius ** 2, 2)
t(lambda: (Planet.EARTH, Planet.EARTH.g, Planet.EARTH.value, Planet((5.97e24, 6.37e6))))
@dataclasses.dataclass
class Mix:
    size: str
    legs: int
class Cr(Mix, Enum):
    BEETLE = 'small', 6
    DOG = 'medium', 4
t(lambda: (Cr.DOG, Cr.DOG.legs, str(Cr.DOG)))
class Perm(Flag):
    R = 4; W = 2; X = 1
t(lambda: (Perm.R | Perm.W, ~Perm.R, Perm.R & Perm.W, Perm(7), Perm(0), ~Perm(0), Perm.R ^ Perm(7), list(Perm(5)), Perm.R in Perm(5), len(Perm(5)), bool(Perm(0)), str(Perm(5)), repr(Perm(5)), Perm(-1), Perm(-2)))
t(lambda: Perm(8))
t(lambda: Perm.R | 1)
t(lambda: Perm.R == 4)
class IP(IntFlag):
    R = 4; W = 2; X = 1
t(lambda: (IP.R | IP.W, ~IP.R, IP.R & IP.W, IP(7), IP(0), IP(8), IP(12), ~IP(0), IP.R | 8, 8 | IP.R, IP.R + 1, str(IP.R), repr(IP(3)), f'{IP.R|IP.W}', IP(-1), IP(-8), ~IP.R == -5, IP.R == 4))
class OpenAB(IntFlag):
    A = 1
    B = 2
    MASK = 255
t(lambda: (~OpenAB.A, ~OpenAB.B, ~(OpenAB.A | OpenAB.B), OpenAB(255), ~OpenAB(0), list(OpenAB), OpenAB(254)))
class ClosedAB(Flag):
    A = 1; B = 2; MASK = 3
t(lambda: (~ClosedAB.A, ~ClosedAB.MASK, list(ClosedAB), ClosedAB.MASK, ClosedAB(3)))
class Al(Enum):
    a = 1
    b = 1
    c = 2
t(lambda: (list(Al), Al.b, Al.__members__, Al['b'], Al.b is Al.a, len(Al), Al.a.name, list(reversed(Al))))
t(lambda: Al(3))
t(lambda: Al['zz'])
t(lambda: Al.a in Al)
t(lambda: Al.a < Al.c)
def a(): Al.a = 3
t(a)
def a(): del Al.a
t(a)
def a(): Al.a.value = 3
t(a)
def a():
    class X(Al): pass
t(a)
Fn = Enum('Fn', 'x y z')
t(lambda: (list(Fn), Fn.__module__, pickle.loads(pickle.dumps(Fn.x)) is Fn.x))
t(lambda: list(Enum('G', {'a': 5, 'b': 6})))
t(lambda: list(Enum('G', [('a', 5), 'b'][:1], start=3)))
t(lambda: list(IntEnum('G', ['a', 'b'], start=3)))
t(lambda: list(Flag('G', ['a', 'b', 'c'])))
class Miss(Enum):
    a = 1
    @classmethod
    def _missing_(cls, v):
        if v == 'bad': return 5
        if v == 'err': raise KeyError('k')
        return cls.a if v == 'x' else None
t(lambda: Miss('x'))
t(lambda: Miss('y'))
t(lambda: Miss('bad'))
t(lambda: Miss('err'))
class Auto(Enum):
    def _generate_next_value_(name, start, count, last): return name.upper()
    x = auto()
    y = auto()
t(lambda: list(Auto))
class Comp(Enum):
    a = 1, 'first'
    b = 2, 'second'
    def __new__(cls, v, d):
        o = object.__new__(cls); o._value_ = v; o.desc = d
        return o
t(lambda: (Comp(1), Comp.b.desc, list(Comp)))
@unique
class U(Enum):
    a = 1
def a():
    @unique
    class U2(Enum):
        a = 1
        b = 1
t(a)
def a():
    @verify(CONTINUOUS)
    class V(IntEnum):
        a = 1
        b = 4
t(a)
def a():
    @verify(NAMED_FLAGS)
    class V(Flag):
        a = 1
        b = 6
t(a)
class NM(Enum):
    a = 1
    @nonmember
    class In: pass
    @member
    def f(self): pass
    c = nonmember(5)
t(lambda: (list(NM)[0], len(NM), NM.c, NM.In.__name__))
class WithM(Enum):
    a = 1
    def hi(self): return self.name + '!'
    @classmethod
    def first(cls): return next(iter(cls))
    @staticmethod
    def st(): return 3
    @property
    def up(self): return self.name.upper()
t(lambda: (WithM.a.hi(), WithM.first(), WithM.st(), WithM.a.up, WithM.a.first()))
t(lambda: Al.a == 1)
t(lambda: {Al.a: 1}[Al.a])
t(lambda: Al.__doc__)
t(lambda: sorted(IE))
t(lambda: repr(Al))
t(lambda: isinstance(Al.a, Al))
t(lambda: Al.a.__class__)
t(lambda: Al.a.a)
class NTV(tuple, Enum):
    a = (1, 2)
t(lambda: (NTV.a, NTV.a[0], NTV.a.value, len(NTV.a)))
class Ord(Enum):
    a = 1
    def __lt__(self, o): return self.value < o.value
    b = 2
t(lambda: (max(Ord), sorted([Ord.b, Ord.a])))
def a():
    class Bad(Enum):
        _bad_ = 1
t(a)
def a():
    class Bad(Enum):
        mro = 1
t(a)
class Space(Flag, boundary=EJECT):
    a = 1
    b = 2
t(lambda: (Space(7), Space(3)))
class Up(str, Enum):
    def __str__(self): return self.name.upper()
    first = 'x'
t(lambda: (str(Up.first), format(Up.first), repr(Up.first), f'{Up.first:>8}'))
class Upf(float, Enum):
    def __format__(self, spec): return 'formatted'
    def __repr__(self): return 'shown'
    first = 1.5
t(lambda: (str(Upf.first), format(Upf.first), repr(Upf.first), f'{Upf.first}'))
