# Views are live, and those of keys and items are sets.
d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i)  # expect: dict_keys(['a', 'b', 'c']) dict_values([1, 2, 3]) dict_items([('a', 1), ('b', 2), ('c', 3)])
d["d"] = 4
print(len(k), len(v), 4 in v, ("d", 4) in i, ("d", 5) in i)  # expect: 4 4 True True False
print(sorted(k & {"a", "z"}), sorted(k | ["z"]), sorted(k - {"a"}), sorted(k ^ {"a", "z"}))  # expect: ['a'] ['a', 'b', 'c', 'd', 'z'] ['b', 'c', 'd'] ['b', 'c', 'd', 'z']
print(sorted({"a", "z"} & k), sorted({"a", "z"} - k), sorted(["a", "z"] - k))  # expect: ['a'] ['z'] ['z']
print(k == {"a", "b", "c", "d"}, {"a"} < k, k >= {"a"}, k.isdisjoint("xyz"), i == {"a": 1}.items())  # expect: True True True True False
print(list(reversed(v)), list(reversed(i))[0])  # expect: [4, 3, 2, 1] ('d', 4)
print({"x": []}.items() == {"x": []}.items(), v == v, d.values() == d.values())  # expect: True True False
d["self"] = d
print(d)  # expect: {'a': 1, 'b': 2, 'c': 3, 'd': 4, 'self': {...}}
for bad in (lambda: {[]: 1}, lambda: {}[{}], lambda: [] in {}, lambda: {set()}, lambda: hash(bytearray()), lambda: hash({}.keys())):
    try:
        bad()
    except TypeError as e:
        print(e)
# expect: unhashable type: 'list'
# expect: unhashable type: 'dict'
# expect: unhashable type: 'list'
# expect: unhashable type: 'set'
# expect: unhashable type: 'bytearray'
# expect: unhashable type: 'dict_keys'
for bad in (lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: {}.pop(3), lambda: dict([["a", "b"], "xyz"])):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: KeyError 3
# expect: ValueError dictionary update sequence element #1 has length 3; 2 is required
