# Small things of the grammar.
a = {}
a['x']: int = 5
print(a)
i = 1_000_000; print(i, 0x_ff, 1_0.5, 0b1010, 0o17)
print(b'a' b'b', 'a' "b", r'\n', u'x', B'q', rb'\x', Rb'z')
if (n := 10) > 5 and (m := n * 2): print(n, m)
print([y := 1, y**2], (z := 3), [last := k for k in range(3)], last)
print((lambda: (q := 5))())
x = 1 if n else 2
assert x, 'msg'
try: assert not x, f'msg {x}'
except AssertionError as e: print(repr(e))
print(1 < 2 < 3 != 4, not 1 == 2, 1 if 0 else 2)
(a1, *b1), c1 = [1, 2, 3], 4
print(a1, b1, c1)
[p, [q, *r]] = 1, (2, 3, 4)
print(p, q, r)
print(__debug__, ..., Ellipsis)
class A:
    x = [i for i in range(3)]
    d = {k: v for k, v in zip('ab', x)}
    def f(self): return [self.g(i) for i in self.x]
    def g(self, i): return i * 2
print(A.x, A.d, A().f())
i = 'outer'
l = [i for i in range(3)]
print(i)
print([[j for j in range(i)] for i in range(3)], {i: j for i in range(2) for j in range(2)}, sum(i*j for i in range(3) for j in range(3) if i != j))
fs = [lambda: k for k in range(3)]
print([f() for f in fs])
