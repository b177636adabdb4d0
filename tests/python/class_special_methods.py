# Every special method
class V:
    def __init__(s,*a): s.a=a
    def __repr__(s): return f'V{s.a}'
    def __bool__(s): return any(s.a)
    def __call__(s,*a,**k): return a,k
    def __int__(s): return 7
    def __float__(s): return 7.5
    def __complex__(s): return 1j
    def __index__(s): return 3
    def __round__(s,n=None): return ('round',n)
    def __trunc__(s): return 't'
    def __floor__(s): return 'f'
    def __ceil__(s): return 'c'
    def __abs__(s): return 'abs'
    def __neg__(s): return 'neg'
    def __pos__(s): return 'pos'
    def __invert__(s): return 'inv'
    def __len__(s): return 3
    def __getitem__(s,i): return i
    def __setitem__(s,i,v): print('set',i,v)
    def __delitem__(s,i): print('del',i)
    def __contains__(s,x): return x==3
    def __reversed__(s): return iter('rev')
    def __hash__(s): return 42
    def __format__(s,f): return f'<{f}>'
    def __bytes__(s): return b'by'
    def __dir__(s): return ['z','a']
    def __sizeof__(s): return 1
    def __enter__(s): print('enter'); return s
    def __exit__(s,t,v,tb): print('exit',t and t.__name__,v); return True
    def __matmul__(s,o): return 'mm'
    def __imatmul__(s,o): return 'imm'
    def __divmod__(s,o): return 'dm'
    def __pow__(s,o,m=None): return ('pow',o,m)
    def __lshift__(s,o): return 'ls'
    def __and__(s,o): return 'and'
    def __iand__(s,o): return 'iand'
    def __copy__(s): return 'copy'
    def __deepcopy__(s,m): return 'deep'
    def __getattr__(s,n): return 'attr '+n
    def __class_getitem__(c,i): return f'{c.__name__}[{i}]'
    def __missing__(s,k): return 1
    def __iter__(s): return iter([1,2])
    def __next__(s): return 'n'
import math,copy,operator
v=V(1,0)
print(bool(v),v(1,a=2),int(v),float(v),[1,2,3,4][v],hex(v),round(v),round(v,2),math.trunc(v),math.floor(v),math.ceil(v),abs(v),-v,+v,~v,len(v),v[1],v[1:2],v[1,2],v[...],v[::2,0])
v[0]=1; v[1:2]=3; del v[0]; del v['x':]; print(3 in v,list(reversed(v)),hash(v),f'{v:abc}',format(v),bytes(v),dir(v),v@1,divmod(v,1),v**2,pow(v,2,3),v<<1,v&1,copy.copy(v),copy.deepcopy(v),v.foo,V[int,str],list(v),next(v),operator.index(v))
with v as q: raise KeyError('k')
v@=1; print(v); v=V(); v&=1; print(v)
class P:
    def __init__(s,x): s.x=x
    def __lt__(s,o): return s.x<o.x
    def __eq__(s,o): return isinstance(o,P) and s.x==o.x
from functools import total_ordering
P=total_ordering(P)
print(P(1)<=P(2),P(1)>P(2),P(1)>=P(1),P(1)!=P(2),sorted([P(3),P(1)],key=lambda p:p.x)[0].x,max(P(1),P(5)).x)
try: hash(P(1))
except TypeError as e: print(e)
