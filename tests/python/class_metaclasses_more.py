# Metaclasses: __prepare__, __call__, __instancecheck__, operators
class M(type):
    @classmethod
    def __prepare__(m,name,bases,**k): print('prep',name,k); return {'pre':1}
    def __new__(m,n,b,ns,**k): print('new',n,sorted(x for x in ns if x[0]!='_')); return super().__new__(m,n,b,ns)
    def __init__(c,n,b,ns,**k): print('init',k); super().__init__(n,b,ns)
    def __call__(c,*a): print('call',a); return super().__call__(*a)
    def __instancecheck__(c,o): return o==5
    def __subclasscheck__(c,o): return o is int
    def __getattr__(c,n): return 'meta '+n
    def __len__(c): return 42
    def __iter__(c): return iter([1,2])
    def __getitem__(c,i): return i*2
    def __contains__(c,i): return i==3
    def __repr__(c): return '<M %s>'%c.__name__
    def __add__(c,o): return 'add'
    def __eq__(c,o): return c is o
    def __hash__(c): return 7
    @property
    def pp(c): return 'pp'
class A(metaclass=M,kw=1):
    y=2
    def __init__(self,*a): print('A',a)
a=A(1,2)
print(isinstance(5,A),isinstance(a,A),isinstance('x',A),issubclass(int,A),issubclass(A,A),A.zork,len(A),list(A),A[4],3 in A,A,A+1,hash(A),A.pp,A.pre)
print(type(A),M.__mro__)
class B(A): pass
print(B.__mro__, type(B))
