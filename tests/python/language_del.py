# del of anything
x=[1,2,3,4,5]; del x[0],x[-1]; print(x); del x[:]; print(x)
d={'a':1,'b':2}; del d['a']; print(d); del (d['b']); print(d)
class A: y=1
a=A(); a.z=1; del a.z; del A.y; print(hasattr(a,'z'),hasattr(A,'y'))
a=b=c=1; del a,(b,c)
for n in ('a','b','c'):
    print(n in globals())
try: del undefined
except NameError as e: print(e)
try: del d['q']
except KeyError as e: print(repr(e))
try: del A().nope
except AttributeError as e: print(e)
try: del (1,2)[0]
except TypeError as e: print(e)
try: del 'abc'[0]
except TypeError as e: print(e)
