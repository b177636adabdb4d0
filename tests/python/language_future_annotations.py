# Annotations kept as text
from __future__ import annotations
def f(a:int,b:'str'=3,*c:float,d:list[int]=None,e:Foo|None=None)->dict[str, int]: pass
print(f.__annotations__)
class A:
    x:int=3
    y:List['A']
    def m(self,z:A)->A: return ''
print(A.__annotations__,A.m.__annotations__)
import typing
class Foo: pass
print(typing.get_type_hints(f))
