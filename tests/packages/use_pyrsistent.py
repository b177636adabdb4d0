# packages: pyrsistent==0.20.0
from pyrsistent import PRecord, field, freeze, inc, m, pbag, pdeque, plist, pmap, pset, pvector, s, thaw, v

p = v(1, 2, 3)
q = p.append(4).set(0, 9)
print(p, q, q[1:3], p + [5], len(pvector(range(1000))), sum(pvector(range(1000)).set(500, 0)))
a = m(x=1)
b = a.set("y", v(1, m(z=2)))
print(a, b["y"], b.transform(["y", 1, "z"], inc)["y"], b.remove("x"), hash(a) == hash(pmap({"x": 1})))
print(sorted(s(1, 2, 3) | s(4)), plist([1, 2, 3]).reverse(), pdeque([1, 2, 3]).popleft(), pbag([1, 1, 2]).count(1))
print(freeze({"a": [1, {"b": 2}]}), sorted(thaw(b).items()))
e = b.evolver()
e["new"] = 5
print(sorted(e.persistent()))


class Point(PRecord):
    x = field(type=int, mandatory=True)
    y = field(type=int, initial=0)


print(sorted(Point(x=1).items()), Point(x=1).set(y=5).y)
try:
    Point(x="a")
except Exception as error:
    print(type(error).__name__)
