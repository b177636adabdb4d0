# Shallow and deep copies.
import copy
from copy import deepcopy

a = [1, [2, 3], {"k": [4]}, (5, [6]), {7}]
b, c = copy.copy(a), deepcopy(a)
a[1].append(9)
a[2]["k"].append(9)
a[3][1].append(9)
a[4].add(9)
print(b, c, b[1] is a[1], c[1] is a[1])
t = (1, (2, "x"))
print(deepcopy(t) is t, copy.copy(t) is t, deepcopy((1, [2])))
loop = [1]
loop.append(loop)
again = deepcopy(loop)
print(again[1] is again, again is not loop)
shared = [0]
pair = deepcopy([shared, shared])
print(pair[0] is pair[1])


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


n = Node([1], Node([2]))
n.next.next = n
m, k = deepcopy(n), copy.copy(n)
print(m.value, m.value is n.value, m.next.next is m, k.value is n.value, k.next is n.next, type(k).__name__)


class Own:
    def __init__(self, x):
        self.x = x

    def __copy__(self):
        return Own("copied")

    def __deepcopy__(self, memo):
        return Own(deepcopy(self.x, memo) + ["deep"])


print(copy.copy(Own(1)).x, deepcopy(Own([1])).x, deepcopy([Own([2])])[0].x)


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = [1]


s = deepcopy(Slots())
print(s.a, hasattr(s, "b"))


class MyList(list):
    pass


class MyDict(dict):
    pass


x = MyList([1, [2]])
x.tag = ["t"]
y = deepcopy(x)
print(y, y.tag, y[1] is x[1], type(y).__name__, y.tag is x.tag)
d = deepcopy(MyDict(a=[1]))
print(d, type(d).__name__)
print(deepcopy({"f": len, "t": int, "n": None, "x": print})["t"] is int, deepcopy(Node) is Node)


def f():
    pass


print(deepcopy(f) is f, copy.copy(f) is f, deepcopy({1: (2, [3])}), deepcopy(frozenset([1, 2])), deepcopy(bytearray(b"ab")))
e = deepcopy(ValueError("a", [1]))
print(type(e).__name__, e.args)
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

P = namedtuple("P", "x y")
print(deepcopy(P(1, [2])), deepcopy(Counter("aab")), deepcopy(OrderedDict(a=[1])), deepcopy(deque([[1]])))
z = deepcopy(defaultdict(list, a=[1]))
z["b"].append(2)
print(z["a"], z["b"], type(z).__name__, copy.copy(z)["a"] is z["a"])
