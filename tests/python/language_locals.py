# locals(), eval() and exec() in functions, and names without a value
def f(a,b=2,*c,d=4,**e):
    x=5
    l=locals(); print(l)
    y=6
    print(sorted(locals()), vars()['y'], dir())
    print(eval('a+x'))
    exec('print(b*100)')
    def g():
        print(x, sorted(locals()))
        return eval('x+1')
    print(g())
    print([eval('q*2') for q in range(3)])
    print('%(a)s %(x)s'%locals(), '{a} {x}'.format(**locals()))
    return lambda z: (locals(), x)
print(f(1)(3))
class A:
    q=1
    print('q' in locals())
    def m(self,z): return eval('self.q+z')
print(A().m(4))
def h():
    locals
    l=locals
    return 5
h()
def k(**kw):
    for n in ('a','b'): pass
    del n
    return locals()
print(k(u=1))
def gen(n):
    i=0
    while i<n:
        yield dict(locals())
        i+=1
print(list(gen(2)))
def ex():
    ns={}
    exec('r=1+n', {'n':41}, ns)
    return ns
print(ex())
def ex2(code):
    x=10
    loc={}
    exec(code, globals(), loc)
    return loc
print(ex2('y=5'))
print(eval('3+4'), eval('a', {'a':3}), 'f' in globals())
def unb(n):
    if n: v=1
    for i in range(0): pass
    try: print(v)
    except UnboundLocalError as e: print(e)
    try: print(i)
    except UnboundLocalError as e: print(e)
    def q(): return v2
    try: v2
    except UnboundLocalError as e: print(e)
    try: q()
    except NameError as e: print(type(e),e)
    v2=1
    del v2
    try: v2
    except UnboundLocalError as e: print(e)
    try: del v2
    except UnboundLocalError as e: print(e)
unb(0)
import traceback
def tb():
    x=1
    y=2

    z=x/0
try: tb()
except ZeroDivisionError as e: print(e.__traceback__.tb_next.tb_lineno)
