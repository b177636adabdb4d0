# Counter, defaultdict, ChainMap, UserDict, UserList, UserString.
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict

c = Counter("abracadabra")
print(c, c["a"], c["z"], "z" in c, len(c), c.most_common(2), c.most_common(), c.total())
print(sorted(c.elements()), Counter(a=2, b=1), Counter({"x": 3}), Counter(), Counter(["k"], k=2))
c.update("aaz")
c.subtract({"a": 3, "q": 1})
print(c, +c, -c)
a, b = Counter(a=3, b=1), Counter(a=1, b=2)
print(a + b, a - b, a & b, a | b, a == b, a == Counter(b=1, a=3), a <= b, a >= Counter(a=1), a != b)
a += b
print(a, a.copy(), isinstance(a, dict), type(a.copy()).__name__, dict(a))
del a["nothing"]
del a["a"]
print(a, max(c, key=c.get), sorted(c.items()), [k for k in Counter("hello")])
print(c.pop("z"), Counter(a=1) + Counter(a=-5), Counter("ab") == {"a": 1, "b": 1})
for word in ["x", "y", "x"]:
    c[word] += 1
print(c["x"], c["y"])
try:
    Counter.fromkeys("ab")
except NotImplementedError as e:
    print(e)

d = defaultdict(list)
d["a"].append(1)
d["a"].append(2)
d["b"].append(3)
print(d["a"], dict(d), len(d), "c" in d, d.get("c"), sorted(d.items()), d)
n = defaultdict(int, {"x": 5}, y=2)
n["z"] += 1
print(n, n.default_factory is int, dict(n.items()))
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 4
print(nested["a"]["b"], nested["q"]["r"], sorted(nested))
copied = n.copy()
copied["new"] += 1
print(type(copied).__name__, "new" in n, copied["new"], defaultdict(set) == {}, n == {"x": 5, "y": 2, "z": 1})
for bad in (lambda: defaultdict()["k"], lambda: defaultdict(5)):
    try:
        bad()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
print(defaultdict(None, a=1), n | {"q": 1})
print(n.setdefault("k", 9), n.pop("k"), n.popitem())


class Tree(defaultdict):
    def __init__(self):
        super().__init__(Tree)


t = Tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t), type(t["x"]).__name__)


class Missing(dict):
    def __missing__(self, key):
        return "<%s>" % key


m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), "{x}".format_map(m))

m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m["a"], m["b"], len(m), sorted(m), "c" in m, m.get("c", 0), dict(m), m)
m["b"] = 9
child = m.new_child({"z": 0})
print(m.maps, child["z"], child.parents == m, child["b"], m.new_child().maps[0])
del m["b"]
print(m["b"], list(m.items()), m.pop("a"), m["a"])
try:
    m["none"]
except KeyError as e:
    print(repr(e))
try:
    del m["a"]
except KeyError as e:
    print(e)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


u = Lower({"A": 1}, B=2)
u["C"] = 3
u.update({"D": 4})
print(u, u.data, len(u), "a" in u, u.get("zz"), u.pop("a"), sorted(u.items()), u == {"b": 2, "c": 3, "d": 4})


class Evens(UserList):
    def append(self, item):
        if item % 2 == 0:
            super().append(item)


e = Evens([2])
e.append(3)
e.append(4)
print(e, e[0], e[-1], e + [6], e * 2, len(e), 4 in e, e == [2, 4], sorted(e, reverse=True), e[:1], type(e[:1]).__name__)
s = UserString("hello")
print(s, s.upper(), s + " you", len(s), s[1], s == "hello", s.replace("l", "L"), s.find("l"), repr(s), "ell" in s, s.split("e"))
o = OrderedDict([("b", 1), ("a", 2), ("c", 3)])
o.move_to_end("b")
o.move_to_end("c", last=False)
print(list(o), o.popitem(), o.popitem(last=False), o)
