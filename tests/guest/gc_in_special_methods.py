# Collections inside special methods, while C code holds the operands.
import gc
class N:
    def __init__(self, n):
        gc.collect()
        self.n = n
        self.tag = "n" + str(n)
    def __add__(self, o):
        r = N(self.n + o.n)
        gc.collect()
        return r
    def __eq__(self, o):
        gc.collect()
        return self.n == o.n
    def __hash__(self):
        gc.collect()
        return self.n % 3
    def __lt__(self, o):
        gc.collect()
        return self.n < o.n
    def __getitem__(self, i):
        gc.collect()
        if i > 3:
            raise IndexError("i" + str(i))
        return N(i)
    def __len__(self):
        gc.collect()
        return 4
    def __repr__(self):
        gc.collect()
        return "N" + str(self.n)
    def __contains__(self, x):
        gc.collect()
        return x == self.n
    def __call__(self, *a, **k):
        gc.collect()
        return [self.tag, a, sorted(k.items())]
    def __enter__(self):
        gc.collect()
        return [self.n]
    def __exit__(self, *a):
        gc.collect()
        return True
    def __iter__(self):
        gc.collect()
        return iter([N(1), N(2)])
    def __getattr__(self, name):
        gc.collect()
        return name + "!"
print(N(1) + N(2), sum([N(i) for i in range(5)], N(0)), sorted([N(3), N(1), N(2)]),
      min([N(4), N(9), N(2)]))
# expect: N3 N10 [N1, N2, N3] N2
d = {N(i): [N(i * i)] for i in range(8)}
print(sorted((k.n, v[0].n) for k, v in d.items()), d[N(5)], N(7) in d, N(9) in d)
# expect: [(0, 0), (1, 1), (2, 4), (3, 9), (4, 16), (5, 25), (6, 36), (7, 49)] [N25] True False
print(len({N(i % 4) for i in range(12)}), [x.n for x in N(0)], [N(5)[i] for i in range(3)],
      5 in N(5), len(N(1)))
# expect: 4 [1, 2] [N0, N1, N2] True 4
print(N(3)("a", ["b"], k={"z": N(1)}), N(1).missing, "%s|%r" % (N(1), [N(2)]),
      "{} {!r}".format(N(3), (N(4),)), f"{N(5)} {N(6)!r}")
# expect: ['n3', ('a', ['b']), [('k', {'z': N1})]] missing! N1|[N2] N3 (N4,) N5 N6
with N(7) as w:
    print(w)
    raise ValueError(N(8))
# expect: [7]
print(str({"k": N(1), "l": [N(2), (N(3),)]}) in ("{'k': N1, 'l': [N2, (N3,)]}",
                                                 "{'l': [N2, (N3,)], 'k': N1}"),
      [N(1), N(2)].index(N(2)), [N(1)] == [N(1)], (N(1), [N(2)]) == (N(1), [N(2)]))
# expect: True 1 True True
