# Comprehensions of each kind, nested, with conditions, with their own scope.
x = "outer"
print([x * 2 for x in range(5)], x)  # expect: [0, 2, 4, 6, 8] outer
print([(i, j) for i in range(3) for j in range(i)], [[j for j in range(i)] for i in range(3)])
# expect: [(1, 0), (2, 0), (2, 1)] [[], [0], [0, 1]]
print([i for i in range(20) if i % 2 if i % 3], sorted({i % 4 for i in range(10)}))
# expect: [1, 5, 7, 11, 13, 17, 19] [0, 1, 2, 3]
print(sorted({k: len(k) for k in ("a", "bb")}.items()), sum(i * i for i in range(10)))
# expect: [('a', 1), ('bb', 2)] 285
print(list(a + b for a, b in zip("xy", "12")), any(i > 3 for i in range(5)),
      max(len(w) for w in ("a", "bbb")))
# expect: ['x1', 'y2'] True 3
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [y for row in matrix for y in row])
# expect: [[1, 4], [2, 5], [3, 6]] [1, 2, 3, 4, 5, 6]
fs = [lambda: i for i in range(3)]
print([f() for f in fs], [(lambda v: v + 1)(n) for n in range(3)])  # expect: [2, 2, 2] [1, 2, 3]
def g(n):
    return [i + n for i in range(n)]
print(g(3), [g(i) for i in range(3)])  # expect: [3, 4, 5] [[], [1], [2, 3]]
