# Descriptors, __getattribute__, __class__, __setattr__
class G:
    def __init__(s): s.a=1
    def __getattribute__(s,n):
        if n.startswith('_'): return object.__getattribute__(s,n)
        try: return ('got',n,super().__getattribute__(n))
        except AttributeError as e: return ('no',str(e))
g=G(); print(g.a,g.b)
class D:
    def __set_name__(s,o,n): print('set_name',o.__name__,n); s.n=n
    def __get__(s,i,o): return ('get',s.n,i is None,o.__name__)
    def __set__(s,i,v): print('set',s.n,v); i.__dict__[s.n]=v
    def __delete__(s,i): print('del',s.n)
class E: 
    d=D()
e=E(); print(E.d,e.d); e.d=3; del e.d; print(e.__dict__,e.d)
class F: pass
class H: 
    def hi(s): return 'hi'
f=F(); f.__class__=H; print(f.hi(),type(f))
class N:
    def __get__(s,i,o): return 'nd'
class O: n=N()
o=O(); print(o.n); o.n=4; print(o.n)
class T:
    def __setattr__(s,n,v): print('sa',n,v); object.__setattr__(s,n,v)
    def __delattr__(s,n): print('da',n); super().__delattr__(n)
    def __dir__(s): return ['b','a']
t=T(); t.x=1; del t.x; print(dir(t), t.__dict__)
