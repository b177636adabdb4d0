# Collections inside comprehensions while the container under construction is
# held by nothing but the machine's stack.
import gc
def c(x):
    gc.collect()
    return x
print([[c(i) + j for j in range(3)] for i in range(3)],
      sorted({c("k%d" % i): [c(i)] for i in range(5)}.items()))
# expect: [[0, 1, 2], [1, 2, 3], [2, 3, 4]] [('k0', [0]), ('k1', [1]), ('k2', [2]), ('k3', [3]), ('k4', [4])]
print([c([c({c(i): c((c(i), [c(str(i))]))})]) for i in range(3)])
# expect: [[{0: (0, ['0'])}], [{1: (1, ['1'])}], [{2: (2, ['2'])}]]
print(sorted({c("s" + str(i % 4)) for i in range(20)}), list(c(x) + c("y") for x in "abc"))
# expect: ['s0', 's1', 's2', 's3'] ['ay', 'by', 'cy']
print([c("a" + b) for b in [c("b" + d) for d in [c("c" + e) for e in "xyz"]]])
# expect: ['abcx', 'abcy', 'abcz']
print((c([1]), c({"k": c([2])}), [c(3), c([4, c([5])])], {c("a"): c([c("b")])}),
      c("x") + c("y") + c("z"))
# expect: ([1], {'k': [2]}, [3, [4, [5]]], {'a': ['b']}) xyz
def f(a, b=c([1]), *r, k=c({"d": 1}), **kw):
    gc.collect()
    return a, b, r, k, sorted(kw.items())
print(f(c([0])), f(c("a"), c("b"), c("c"), k=c("k"), z=c(["z"])),
      f(*c([c("p"), c("q")]), **c({"m": c(["n"])})))
# expect: ([0], [1], (), {'d': 1}, []) ('a', 'b', ('c',), 'k', [('z', ['z'])]) ('p', 'q', (), {'d': 1}, [('m', ['n'])])
print(c([1, 2, 3])[c(1)], c("abc")[c(0):c(2)], c([0] * 5)[c(1):], (c([1]) + c([2])) * c(2),
      list(map(c, "ab")))
# expect: 2 ab [0, 0, 0, 0] [1, 2, 1, 2] ['a', 'b']
x, (y, *z) = c(["x", c(["y", c("z"), c("w")])])
print(x, y, z)  # expect: x y ['z', 'w']
class K(c(object)):
    attr = c([c("attr")])
    def m(self, v=c(["default"])):
        return c([self.attr, c(v)])
print(K().m(), K().m(c("given")))  # expect: [['attr'], ['default']] [['attr'], 'given']
