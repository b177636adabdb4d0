import io
import pickle


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)


class Node:
    def __init__(self, name):
        self.name = name
        self.children = []
        self.parent = None


class Custom:
    def __init__(self, n):
        self.n = n
        self.cache = "not kept"

    def __getstate__(self):
        return {"n": self.n}

    def __setstate__(self, state):
        self.n = state["n"] + 1


class Reduced:
    def __init__(self, a, b):
        self.pair = a, b

    def __reduce__(self):
        return Reduced, self.pair


def function(x):
    return x * 2


VALUES = [None, True, False, 0, 1, 255, 256, 65535, 65536, -1, -128, 2**31 - 1, 2**31, -(2**31) - 1, 2**63, -(2**63), 10**50, -(10**50), 2**2100, 1.5, -0.0, 1e300, "", "text", "é€😀" * 100, b"", b"bytes" * 100, bytearray(b"ba"),
          (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1, [2, [3]]], list(range(3000)), {}, {"a": 1, 2: [3]}, {i: str(i) for i in range(2500)}, set(), {1, 2, 3}, frozenset([4, 5]), [None, (True, {"x": (1.5,)})]]
for value in VALUES:
    for protocol in (None, 2, 4, -1):
        copy = pickle.loads(pickle.dumps(value, protocol))
        if copy != value or type(copy) is not type(value):
            print("differs", repr(value)[:60], repr(copy)[:60])
print(pickle.loads(pickle.dumps(Point(1, [2]))) == Point(1, [2]), pickle.loads(pickle.dumps(Custom(4))).n, pickle.loads(pickle.dumps(Reduced(1, "b"))).pair, hasattr(pickle.loads(pickle.dumps(Custom(1))), "cache"))
print(pickle.loads(pickle.dumps(function))(4), pickle.loads(pickle.dumps(Point)) is Point, pickle.loads(pickle.dumps([int, str])) == [int, str])
shared = [1]
a, b = pickle.loads(pickle.dumps((shared, shared)))
print(a is b)
loop = [1]
loop.append(loop)
copy = pickle.loads(pickle.dumps(loop))
print(copy[1] is copy)
root = Node("root")
child = Node("child")
root.children.append(child)
child.parent = root
copy = pickle.loads(pickle.dumps(root))
print(copy.name, copy.children[0].name, copy.children[0].parent is copy)
# What CPython wrote, protocols 0 to 5.
for data in (b"(lp0\nI1\naVtext\np1\na(dp2\nVk\np3\nF1.5\nsa.", b"\x80\x02]q\x00(K\x01X\x04\x00\x00\x00textq\x01}q\x02X\x01\x00\x00\x00kq\x03G?\xf8\x00\x00\x00\x00\x00\x00se.",
             b"\x80\x05\x95\x17\x00\x00\x00\x00\x00\x00\x00]\x94(K\x01\x8c\x04text\x94}\x94\x8c\x01k\x94G?\xf8\x00\x00\x00\x00\x00\x00se.", b"I01\n.", b"L123456789012L\n."):
    print(pickle.loads(data))
out = io.BytesIO()
pickle.dump({"a": 1}, out)
pickle.dump([2], out)
out.seek(0)
print(pickle.load(out), pickle.load(out))


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)


attempt(lambda: pickle.loads(b""))
attempt(lambda: pickle.loads(b"\x80\x04K"))
attempt(lambda: pickle.loads(b"\xff"))
attempt(lambda: pickle.loads(b"."))
attempt(lambda: pickle.loads(b"cnothing_there\nx\n."))
attempt(lambda: pickle.loads(b"cmath\nnothing_there\n."))
attempt(lambda: pickle.dumps(i for i in range(3)))
