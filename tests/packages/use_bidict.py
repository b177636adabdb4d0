# packages: bidict==0.23.1 frozendict==2.4.4
from bidict import OrderedBidict, ValueDuplicationError, bidict, frozenbidict
from frozendict import frozendict

b = bidict({"H": "hydrogen"})
print(b.inverse["hydrogen"], b)
b["He"] = "helium"
b.forceput("h", "hydrogen")
print(b, b.inverse, list(b.items()), b.inverse.inverse is b)
try:
    b["x"] = "helium"
except ValueDuplicationError as e:
    print(type(e).__name__, e)
print(OrderedBidict([("a", 1), ("b", 2)]).popitem(last=False), hash(frozenbidict({1: 2})) == hash(frozenbidict({1: 2})))
f = frozendict({"a": 1, "b": [2]})
print(f, f.set("c", 3), f | {"a": 9}, f.delete("a"), "a" in f, list(f))
try:
    f["a"] = 2
except TypeError as e:
    print(type(e).__name__)
