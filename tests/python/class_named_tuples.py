# Subclasses of named tuples
from collections import namedtuple
from typing import NamedTuple
class P(namedtuple('P','x y')):
    __slots__=()
    def s(self): return self.x+self.y
p=P(1,2); q=p._replace(x=5); print(q,type(q).__name__,q.s(),p._asdict(),P._make([3,4]),P._fields)
class N(NamedTuple):
    a:int
    b:str='x'
    def f(self): return self.a
n=N(1); print(n,n._replace(a=3).f(),N._field_defaults,N.__annotations__)
try: p._replace(z=1)
except ValueError as e: print(e)
try: P(1)
except TypeError as e: print(e)
try: P(1,2,3)
except TypeError as e: print(e)
