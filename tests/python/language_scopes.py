# Closures, decorators, scopes of functions and classes
def counter():
    n=0
    def inc(by=1):
        nonlocal n
        n+=by; return n
    def get(): return n
    return inc,get
i,g=counter(); i(); i(5); print(g(), i.__closure__[0].cell_contents if i.__closure__ else None, i.__code__.co_freevars if hasattr(i.__code__,'co_freevars') else '')
fs=[lambda:x for x in range(3)]; print([f() for f in fs]); fs=[lambda x=x:x for x in range(3)]; print([f() for f in fs])
def deco(arg):
    def wrap(f):
        import functools
        @functools.wraps(f)
        def inner(*a,**k):
            print('before',arg,f.__name__,a,k); r=f(*a,**k); print('after'); return r
        return inner
    return wrap
@deco('x')
@deco('y')
def foo(a,b=2,*,c):
    "doc of foo"
    return a+b+c
print(foo(1,c=3),foo.__name__,foo.__doc__,foo.__wrapped__.__name__, foo.__qualname__,foo.__module__)
class Memo:
    def __init__(s,f): s.f=f; s.c={}
    def __call__(s,*a):
        if a not in s.c: s.c[a]=s.f(*a)
        return s.c[a]
    def __get__(s,i,o): import functools; return functools.partial(s,i)
@Memo
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(50))
def f(a,b=[],*args,c=1,**kw): b.append(a); return b
print(f(1),f(2),f.__defaults__,f.__kwdefaults__,f.__code__.co_varnames[:2])
x=10
def sc():
    x=1
    class C:
        x=2
        def m(self): return x
        y=[x for _ in range(1)]
    return C().m(),C.y,C.x
print(sc())
def rec(n): return 1 if n==0 else n*rec(n-1)
print(rec(20),(lambda f:f(f,5))(lambda s,n:1 if n==0 else n*s(s,n-1)))
def gen_args(*a,**k): return a,k
print(gen_args(*[1,2],3,*(4,),x=1,**{'y':2}), gen_args(*'ab',**dict(z=1)))
del x
try: x
except NameError as e: print(e)
import builtins
print(builtins.len([1]), __name__, __doc__)
if True:
    import sys as system
print(system.version_info>=(3,8), system.maxsize)
