# Texts of calls that do not fit.
def f(a, b): pass
for args, kw in [((), {}), ((1,), {}), ((1,2,3), {}), ((1,), {'z': 1}), ((1,), {'a': 1}), ((), {'b': 1})]:
    try: f(*args, **kw)
    except TypeError as e: print(e)
class C:
    def __init__(self, x): pass
    def m(self): pass
for k in (lambda: C(), lambda: C(1,2), lambda: C(1).m(2), lambda: C(y=1), lambda: C.m()):
    try: k()
    except TypeError as e: print(e)
def g(*, k): pass
def h(a, b=1): pass
def i(a, *, x, y): pass
for k in (lambda: g(), lambda: g(1), lambda: h(), lambda: h(1,2,3), lambda: i(1)):
    try: k()
    except TypeError as e: print(e)
