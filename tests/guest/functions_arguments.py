# Arguments of every kind, and their mistakes.
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, sorted(kw.items())
print(f(1, c=3), f(1, 2, 3, 4, c=5), f(c=1, a=2, z=9), f(*[1, 2, 3], **{"c": 4, "y": 5}))
# expect: (1, 2, (), 3, 4, []) (1, 2, (3, 4), 5, 4, []) (2, 2, (), 1, 4, [('z', 9)]) (1, 2, (3,), 4, 4, [('y', 5)])
def g(x, l=[]):
    l.append(x)
    return l
print(g(1), g(2), g(3, []))  # expect: [1, 2] [1, 2] [3]
def k(*, only):
    return only
print(k(only=1), (lambda *a, **k: (a, k))(1, 2, z=3), (lambda: None)())
# expect: 1 ((1, 2), {'z': 3}) None
def h(a, b, c):
    return a + b * 10 + c * 100
print(h(1, c=3, b=2), h(*(1, 2), 3), h(*[1], **{"b": 2, "c": 3}), [h(*t) for t in [(1, 2, 3)]])
# expect: 321 321 321 [321]
for bad in (lambda: h(1), lambda: h(1, 2, 3, 4), lambda: h(1, 2, c=3, d=4), lambda: k(1),
            lambda: h(1, 2, a=3, c=1)):
    try:
        bad()
    except TypeError:
        print("TypeError")
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
def outer():
    def inner():
        return "inner"
    return inner
print(outer()(), outer.__name__, (lambda: 0).__name__)  # expect: inner outer <lambda>
def annotated(a: int, b: "str" = "x") -> float:
    v: int = 3
    return v + a
print(annotated(1))  # expect: 4
