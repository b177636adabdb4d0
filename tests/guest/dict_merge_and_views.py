# The | operator, views that follow the dict, iteration.
a = {"x": 1, "y": 2}
b = {"y": 3, "z": 4}
c = a | b
print(sorted(c.items()), sorted((b | a).items()))
# expect: [('x', 1), ('y', 3), ('z', 4)] [('x', 1), ('y', 2), ('z', 4)]
a |= {"w": 0}
print(sorted(a.items()))  # expect: [('w', 0), ('x', 1), ('y', 2)]
keys = a.keys()
a["new"] = 5
print("new" in keys, len(a), sorted(keys))  # expect: True 4 ['new', 'w', 'x', 'y']
total = 0
for k in a:
    total += a[k]
for k, v in a.items():
    total += v * 10
print(total, list({1: 2}.items()), list({1: 2}.values()))  # expect: 88 [(1, 2)] [2]
