# dict: every method; order of keys is not promised, so results are sorted.
d = {"a": 1, "b": 2}
d["c"] = 3
print(d["a"], d.get("x"), d.get("x", 5), len(d), "a" in d, "x" not in d)
# expect: 1 None 5 3 True True
print(sorted(d.keys()), sorted(d.values()), sorted(d.items()))
# expect: ['a', 'b', 'c'] [1, 2, 3] [('a', 1), ('b', 2), ('c', 3)]
print(d.pop("a"), d.pop("zz", None), sorted(d), d.setdefault("q", []), d.setdefault("b", 9))
# expect: 1 None ['b', 'c'] [] 2
d["q"].append(1)
d.update({"b": 20, "z": 26})
d.update(y=25)
d.update([("x", 24)])
print(sorted(d.items(), key=str))
# expect: [('b', 20), ('c', 3), ('q', [1]), ('x', 24), ('y', 25), ('z', 26)]
e = d.copy()
del e["q"]
print(sorted(e), "q" in d, e == d, dict(a=1) == {"a": 1}, dict([(1, 2)]))
# expect: ['b', 'c', 'x', 'y', 'z'] True False True {1: 2}
print(dict.fromkeys("ab", 0) == {"a": 0, "b": 0}, {1: "int", 1.0: "float"}, {True: "t"}[1])
# expect: True {1: 'float'} t
print(sorted({k: v * v for k, v in zip("abc", range(3))}.items()))
# expect: [('a', 0), ('b', 1), ('c', 4)]
d.clear()
print(d, bool(d), {(1, 2): {"deep": [1]}}[1, 2]["deep"][0])  # expect: {} False 1
for bad in (lambda: {}["k"], lambda: {[]: 1}, lambda: {}.popitem(), lambda: {}.pop("x")):
    try:
        bad()
    except (KeyError, TypeError) as e:
        print(type(e).__name__)
# expect: KeyError
# expect: TypeError
# expect: KeyError
# expect: KeyError
n = {}
for i in range(1000):
    n[i * 37 % 1009] = i
for i in range(0, 1000, 2):
    del n[i * 37 % 1009]
print(len(n), sum(n), sum(n.values()))  # expect: 500 251738 250000
