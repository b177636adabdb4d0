# exec, eval and compile with namespaces
ns={}
exec("a=1\ndef f(): return a+1\nclass C:\n  x=a",ns); print(ns['f'](),ns['C'].x,sorted(k for k in ns if k!='__builtins__'))
loc={}; exec("b=2",{},loc); print(loc)
c=compile("x+1","<s>","eval"); print(eval(c,{'x':4}), eval("y*2",{},{'y':3}))
c=compile("z=5\nprint(z)","<s>","exec"); exec(c); print(z)
print(eval("[i*k for i in range(3)]",{'k':2}), eval("(lambda q:q+1)(2)"), eval(" 1 + 1 "))
try: eval("x=1")
except SyntaxError as e: print('SE')
try: eval("undefined_name")
except NameError as e: print(e)
g={'n':1}; exec("n+=1; m=n",g); print(g['n'],g['m'])
def f():
    exec("q=1"); 
    try: return q
    except NameError as e: return str(e)
print(f()); print('f' in globals(), globals()['ns'] is ns)
globals()['dyn']=42; print(dyn)
import types
m=types.ModuleType('mm'); exec("v=10\ndef g(): return v", m.__dict__); print(m.v,m.g())
print(type(c).__name__, callable(eval), isinstance(c,types.CodeType) if hasattr(types,'CodeType') else True)
exec("for i in range(2): print('i',i)")
exec("print(__name__)",{'__name__':'zz'})
src='''
def fact(n):
    return 1 if n<2 else n*fact(n-1)
'''
s={}; exec(src,s); print(s['fact'](5))
class K: exec("attr=5")
print(K.attr)
def outer():
    v=3
    return eval('v+1'), [eval('w') for w in (1,2)], (lambda: eval('v', {'v':9}))()
print(outer())
