# Positional-only parameters
def f(a,b,/,c,*,d): return a,b,c,d
print(f(1,2,3,d=4),f(1,2,c=3,d=4))
for k in [dict(a=1,b=2,c=3,d=4),dict(b=1,c=1,d=2)]:
    try: f(**k)
    except TypeError as e: print(e)
try: f(1,b=2,c=3,d=4)
except TypeError as e: print(e)
def g(a,/,**kw): return a,kw
print(g(1,a=2,b=3))
def h(a,b=2,/): return a,b
try: h(1,b=3)
except TypeError as e: print(e)
try: h()
except TypeError as e: print(e)
try: h(1,2,3)
except TypeError as e: print(e)
def i(a=1,/,b=2,*args,c,**k): return a,b,args,c,k
print(i(c=3,a=5))
l=lambda x,/:x
print(l(1))
try: l(x=3)
except TypeError as e: print(e)
