# Annotations of functions, classes and modules
def f(a:int,b:'str'=3,*c:float,d:list[int],**e:dict)->None: pass
print(f.__annotations__)
class A:
    x:int=3
    y:str
    def m(self,z:int)->str: return ''
print(A.__annotations__,A.m.__annotations__)
q:int=5
print(__annotations__)
def g(a,b): pass
print(g.__annotations__)
import typing
print(typing.get_type_hints(f))
print(typing.get_type_hints(A))
print(typing.get_type_hints(A.m))
import inspect
f.__annotations__['zz']=1
print(f.__annotations__)
async def h(x:int)->int: return 1
print(h.__annotations__)
h.__annotations__={}
print(h.__annotations__)
k=lambda x:1
print(k.__annotations__)
