# Collections while classes, closures and decorators are being made.
import gc
def c(x):
    gc.collect()
    return x
def make(i):
    cell = ["cell", i]
    def deco(f):
        gc.collect()
        def w(*a):
            gc.collect()
            return [f(*a), cell]
        return w
    class A:
        x = c(["x", i])
        @c
        @deco
        def m(self, v):
            nonlocal cell
            cell = cell + [v]
            return c([self.x, v])
        @property
        def p(self):
            return c([cell, "p"])
    class B(A):
        def m(self, v):
            return c([c(super()).m(v), "B"])
    return B
classes = [make(i) for i in range(5)]
gc.collect()
objs = [k() for k in classes]
print([o.m(c("v%d" % i)) for i, o in enumerate(objs)][3], [o.p for o in objs][4])
# expect: [[[['x', 3], 'v3'], ['cell', 3, 'v3']], 'B'] [['cell', 4, 'v4'], 'p']
def chain(n):
    f = lambda: ["end"]
    for i in range(n):
        f = (lambda g, i: lambda: c(g() + [i]))(f, i)
    return f
print(chain(20)())
# expect: ['end', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]
T = [type("T%d" % i, (object,), {"n": ["n", i]}) for i in range(50)]
gc.collect()
print(T[49].__name__, T[7]().n)  # expect: T49 ['n', 7]
