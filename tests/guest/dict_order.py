# Dictionaries keep the order of insertion, through deletion, growth and copies.
d = {}
for i in range(40):
    d[i * 7 % 41] = i
print(list(d) == [i * 7 % 41 for i in range(40)])  # expect: True
for i in range(0, 41, 2):
    d.pop(i, None)
d[0] = "again"
print(list(d)[-1], list(d.items())[0], d.popitem())  # expect: 0 (7, 1) (0, 'again')
print(list(reversed({"a": 1, "b": 2, "c": 3})))  # expect: ['c', 'b', 'a']
print(dict.fromkeys("hello"))  # expect: {'h': None, 'e': None, 'l': None, 'o': None}
e = {"x": 1, "y": 2, "z": 3}
del e["x"]
e["x"] = 4
print(e, e.copy(), dict(e, y=0) | {"w": 5})  # expect: {'y': 2, 'z': 3, 'x': 4} {'y': 2, 'z': 3, 'x': 4} {'y': 0, 'z': 3, 'x': 4, 'w': 5}
class C:
    def __init__(self):
        self.z, self.a, self.m = 1, 2, 3
print(C().__dict__)  # expect: {'z': 1, 'a': 2, 'm': 3}
def f(**kw):
    return kw
print(f(q=1, b=2, z=3))  # expect: {'q': 1, 'b': 2, 'z': 3}
# Equal keys of several types are one key, and the first one stays.
print({1: "a", 1.0: "b", True: "c"}, {False: 0, 0: 1})  # expect: {1: 'c'} {False: 1}
print({2**70: 1}[2.0**70], {(1, 2): 3}[(1.0, 2)], {-1: 1, -2: 2})  # expect: 1 3 {-1: 1, -2: 2}
