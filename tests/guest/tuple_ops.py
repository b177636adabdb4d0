# Tuples: packing, unpacking, comparison, immutability.
t = 1, "a", [2]
a, b, c = t
print(t, a, b, c, len(t), t[1], t[-1], t[:2], t + (5,), t * 2)
# expect: (1, 'a', [2]) 1 a [2] 3 a [2] (1, 'a') (1, 'a', [2], 5) (1, 'a', [2], 1, 'a', [2])
print((), (1,), tuple("ab"), tuple(range(3)), (1, 2) < (1, 3), (1, 2) == (1, 2), 1 in t)
# expect: () (1,) ('a', 'b') (0, 1, 2) True True True
t[2].append(3)
print(t, t.count(1), t.index("a"))  # expect: (1, 'a', [2, 3]) 1 1
(x, (y, z)), w = (1, (2, 3)), 4
print(x, y, z, w)  # expect: 1 2 3 4
x, y = y, x
print(x, y, hash((1, 2)) == hash((1, 2)), {(1, 2): "k"}[1, 2])  # expect: 2 1 True k
try:
    t[0] = 5
except TypeError:
    print("TypeError")
# expect: TypeError
for bad in ((1, 2, 3), (1,)):
    try:
        p, q = bad
    except ValueError as e:
        print("ValueError")
# expect: ValueError
# expect: ValueError
