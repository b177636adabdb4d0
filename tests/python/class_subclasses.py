# Subclasses of built-in types
class L(list):
    def append(self,x): list.append(self,x*2); super().append(x)
    def __getitem__(self,i): return ('gi',list.__getitem__(self,i))
    def __len__(self): return 100
l=L([1,2]); l.append(5); print(l, l[0], len(l), list(l), l+[1], type(l+[1]), 2*L([1]), L([1])*2, l==[1,2,10,5], sorted(l), l.index(10), l.copy(), type(l.copy()), l[1:], bool(l), isinstance(l,list), L.append.__name__, repr(l))
class D(dict):
    def __setitem__(self,k,v): super().__setitem__(k.lower(),v)
    def __getitem__(self,k): return super().__getitem__(k.lower())
    def __missing__(self,k): return 'missing '+k
    def __contains__(self,k): return super().__contains__(k.lower())
d=D(); d['A']=1; print(d,d['a'],d['A'],d['zz'],'A' in d,d.get('A'),d.get('a'),list(d.items()),{**d},dict(d))
class S(str):
    def __new__(cls,v,extra=0):
        o=super().__new__(cls,v); o.extra=extra; return o
    def shout(self): return self.upper()+'!'
    def __eq__(self,o): return str.__eq__(self,o) or o=='any'
    def __hash__(self): return hash(str(self))
s=S('abc',5); print(s,s.extra,s.shout(),s+'d',type(s+'d'),s=='any',s=='abc',{s:1}['abc'],s[0],len(s),s.replace('a','b'),f'{s:>5}','%s'%s,s in ('abc',),isinstance(s,str),s.join(['1','2']),str(s)is s, s.__class__.__name__)
class I(int):
    def __add__(self,o): return I(int.__add__(self,o))
    def __repr__(self): return 'I(%d)'%self
    __str__=__repr__
i=I(5); print(i,i+1,1+i,i*2,type(i*2),-i,i>3,hash(i),int(i),float(i),i//2,range(i),[0]*i,'%d'%i,f'{i}',f'{i:03d}',max(i,3),i.bit_length(),i==5,{5:1}[i],sum([i,i]),[1,2,3,4,5,6][i])
class F(float):
    def __new__(cls,x): return float.__new__(cls,x*2)
f=F(1.5); print(f,f+1,type(f+1),round(f),int(f),f.is_integer(),f'{f:.2f}')
class T(tuple):
    def __new__(cls,*a): return super().__new__(cls,a)
    @property
    def x(self): return self[0]
t=T(1,2,3); print(t,t.x,len(t),t[1:],t+(4,),type(t+(4,)),hash(t)==hash((1,2,3)),t==(1,2,3),{t:1},sorted(t,reverse=True),*t)
class E(Exception):
    def __init__(self,msg,code): super().__init__(msg); self.code=code
    def __str__(self): return f'{self.code}:{self.args[0]}'
try: raise E('bad',3)
except E as e: print(e,repr(e),e.args,e.code)
class B(bytes): pass
b=B(b'abc'); print(b,b[0],b.hex(),b+b'd',type(b[1:]))
class St(set):
    def add(self,x): super().add(x+1)
x=St([1]); x.add(5); print(sorted(x),type(x|{3}),x>={1},len(x))
class C(complex): pass
print(C(1,2)+1, C(1,2).real)
