# Exercises: enums, data classes, dispatch, context managers, dates
from enum import Enum, IntFlag, unique
from typing import Optional, Union, NamedTuple, overload, TypedDict, Final, Literal
from dataclasses import dataclass, field
from functools import cached_property, singledispatch, singledispatchmethod, total_ordering, wraps
from contextlib import contextmanager, suppress, ExitStack, closing, redirect_stdout, nullcontext
import io, copy, json, re, string, datetime, decimal, fractions, operator, itertools, collections, abc, types
class Allergen(IntFlag): EGGS=1; PEANUTS=2; CATS=128
print(Allergen(3), Allergen.EGGS|Allergen.CATS, [a.name for a in Allergen if 131&a], Allergen(3)&1, repr(Allergen.EGGS))
@unique
class P(Enum):
    MERCURY=(3.3e23,2.44e6); EARTH=(5.97e24,6.37e6)
    def __init__(self,m,r): self.m=m; self.r=r
    @property
    def g(self): return round(6.67e-11*self.m/self.r**2,2)
print(P.EARTH.g,P['EARTH'],P((3.3e23,2.44e6)),P.EARTH in P,len(P),P.EARTH.name, isinstance(P.EARTH,P))
try: P(5)
except ValueError as e: print(e)
@dataclass(frozen=True)
class Pt:
    x:int=0; y:int=0
    def __add__(s,o): return Pt(s.x+o.x,s.y+o.y)
p=Pt(1,2); print(p+Pt(1,1),hash(p)==hash(Pt(1,2)),{p:1},p==Pt(1,2))
try: p.x=5
except Exception as e: print(type(e).__name__,e)
@dataclass
class N:
    v:int; l:'Optional[N]'=None; r:'Optional[N]'=None
    def __iter__(s):
        if s.l: yield from s.l
        yield s.v
        if s.r: yield from s.r
    @cached_property
    def size(s): return 1+(s.l.size if s.l else 0)+(s.r.size if s.r else 0)
t=N(2,N(1),N(3)); print(list(t),t.size,t)
@singledispatch
def show(x): return 'obj'
@show.register
def _(x:int): return 'int'
@show.register(list)
def _(x): return 'list'
print(show(1),show([]),show('a'),show(True))
class Animal:
    @singledispatchmethod
    def f(self,x): return 'd'
    @f.register
    def _(self,x:str): return 's'
print(Animal().f(1),Animal().f('a'))
@contextmanager
def tag(n):
    print('<%s>'%n)
    try: yield n
    except ValueError as e: print('caught',e)
    finally: print('</%s>'%n)
with tag('a') as x, tag('b'): print(x); raise ValueError('v')
with suppress(KeyError): {}['x']
with ExitStack() as st:
    for i in range(2): st.enter_context(tag(str(i)))
    st.callback(print,'cb')
f=io.StringIO()
with redirect_stdout(f): print('hidden')
print(repr(f.getvalue()))
class TD(TypedDict): a:int
print(TD(a=1), json.dumps({'a':[1,2.5,None,True],'b':{'c':'é'}},indent=1,sort_keys=True,ensure_ascii=False), json.loads('{"x":[1,2,{"y":null}]}'))
print(datetime.date(2024,2,29)+datetime.timedelta(days=366), datetime.datetime(2024,1,1,12)-datetime.datetime(2023,1,1), datetime.date(2024,1,1).strftime('%A %d %B %Y'), datetime.datetime.fromisoformat('2024-01-02T03:04:05').isoformat())
print(decimal.Decimal('0.1')+decimal.Decimal('0.2'), fractions.Fraction(1,3)+fractions.Fraction(1,6), decimal.Decimal('1.005').quantize(decimal.Decimal('0.01')))
print(re.sub(r'(\w+) (\w+)',r'\2 \1','hello world'), re.findall(r'\d+','a1b22'), re.split(r'[,;]\s*','a, b;c'), re.match(r'(?P<y>\d{4})-(?P<m>\d\d)','2024-05').groupdict(), bool(re.fullmatch('[a-z]+','abc')))
class W: pass

class Meta(type):
    inst={}
    def __call__(c,*a,**k):
        if c not in c.inst: c.inst[c]=super().__call__(*a,**k)
        return c.inst[c]
class Single(metaclass=Meta): pass
print(Single() is Single())
class Temp:
    def __init__(s,c): s.c=c
    @property
    def f(s): return s.c*9/5+32
    @f.setter
    def f(s,v): s.c=(v-32)*5/9
    @f.deleter
    def f(s): s.c=None
    @classmethod
    def from_f(cls,f): t=cls(0); t.f=f; return t
    @staticmethod
    def zero(): return Temp(0)
    def __str__(s): return f"{s.c:.1f}C"
t=Temp.from_f(212); print(t,t.f,Temp.zero()); del t.f; print(t.c)
try: Temp(1).nope
except AttributeError as e: print(e)
try: Temp()
except TypeError as e: print(e)
try: Temp(1,2)
except TypeError as e: print(e)
try: Temp(d=1)
except TypeError as e: print(e)
class Ro:
    @property
    def x(s): return 1
try: Ro().x=2
except AttributeError as e: print(e)
print(copy.deepcopy({'a':[1,{2:3}]}), copy.copy([1,[2]]), operator.itemgetter(1,0)('ab'), operator.attrgetter('c')(Temp(4)), operator.methodcaller('upper')('a'))
