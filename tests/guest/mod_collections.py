# collections: namedtuple, OrderedDict, deque.
from collections import OrderedDict, deque, namedtuple
P = namedtuple("P", "x y")
Q = namedtuple("Q", ("a", "b"))
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), tuple(p), Q(5, 6).b, len(p), isinstance(p, tuple))
# expect: P(x=1, y=2) 1 2 True (1, 2) 6 2 True
x, y = p
print(x + y, P(*[3, 4]))  # expect: 3 P(x=3, y=4)
try:
    P(1)
except TypeError:
    print("TypeError")
# expect: TypeError
o = OrderedDict([("z", 1), ("a", 2)])
o["m"] = 3
print(list(o), list(o.values()), list(o.items()), o.pop("z"), list(o))
# expect: ['z', 'a', 'm'] [1, 2, 3] [('z', 1), ('a', 2), ('m', 3)] 1 ['a', 'm']
del o["a"]
o["z"] = 9
print(list(o.items()), o.popitem())  # expect: [('m', 3), ('z', 9)] ('z', 9)
d = deque((), 3)
for i in range(5):
    d.append(i)
print(len(d), d.popleft(), d.pop(), list(d))  # expect: 3 2 4 [3]
d.appendleft(7)
d.extend([8, 9])
print(list(d), d[0], d[-1])  # expect: [3, 8, 9] 3 9
d[0] = "x"
print(list(d))  # expect: ['x', 8, 9]
try:
    deque((), 1).popleft()
except IndexError:
    print("IndexError")
# expect: IndexError
