# Starred targets, nested targets, unpacking in calls.
a, *b = 1, 2, 3
*c, d = "xyz"
e, *f, g = range(5)
h, *i = [1]
print(a, b, c, d, e, f, g, h, i)  # expect: 1 [2, 3] ['x', 'y'] z 0 [1, 2, 3] 4 1 []
(j, k), *l = (1, 2), 3, 4
print(j, k, l)  # expect: 1 2 [3, 4]
for first, *rest in [(1, 2, 3), (4,)]:
    print(first, rest)
# expect: 1 [2, 3]
# expect: 4 []
def f2(*args, **kw):
    return args, sorted(kw)
print(f2(*[1], *(2, 3), **{"x": 1}, **{"y": 2}))  # expect: ((1, 2, 3), ['x', 'y'])
