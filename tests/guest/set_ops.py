# set and frozenset.
a, b = {1, 2, 3}, {3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), len(a), 2 in a)
# expect: [1, 2, 3, 4] [3] [1, 2] [1, 2, 4] 3 True
print(a.union(b) == a | b, a.isdisjoint({9}), {1} <= a, a >= {1, 2}, {1} < {1}, a.issubset(b))
# expect: True True True True False False
a.add(5)
a.discard(1)
a.discard(100)
a.remove(2)
print(sorted(a))  # expect: [3, 5]
a.update([7, 8])
a |= {10}
a -= {3}
a &= {5, 7, 10, 11}
print(sorted(a), sorted({x % 3 for x in range(10)}), set("hello") == {"h", "e", "l", "o"})
# expect: [5, 7, 10] [0, 1, 2] True
f = frozenset([1, 2])
print(f == {1, 2}, {f: "key"}[frozenset([2, 1])], hash(f) == hash(frozenset([2, 1])),
      sorted(f | {3}))
# expect: True key True [1, 2, 3]
for bad in (lambda: a.remove(99), lambda: f.add(1), lambda: {[]}, lambda: set().pop()):
    try:
        bad()
    except (KeyError, AttributeError, TypeError) as e:
        print(type(e).__name__)
# expect: KeyError
# expect: AttributeError
# expect: TypeError
# expect: KeyError
print(set(), frozenset(), {1}, bool(set()))  # expect: set() frozenset() {1} False
