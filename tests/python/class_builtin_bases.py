# Subclasses of built-in types.
class MyInt(int):
    def __new__(cls, value, label="x"):
        self = super().__new__(cls, value)
        self.label = label
        return self

    def __add__(self, other):
        return MyInt(int(self) + int(other), self.label)


a = MyInt(5, "five")
print(a, a + 3, (a + 3).label, 3 + a, a * 2, type(a * 2).__name__, a == 5, hash(a) == hash(5), a < 6, -a, abs(MyInt(-3)))
print([10, 20, 30, 40, 50, 60][a], list(range(MyInt(3))), isinstance(a, int), {5: "v"}[a], int(a), float(a))


class Celsius(float):
    def __new__(cls, v):
        return float.__new__(cls, v)

    def __str__(self):
        return f"{float(self):.1f}C"


c = Celsius(36.6)
print(c, c + 1, str(c), repr(c), c > 30, round(c))


class Name(str):
    def __new__(cls, v):
        return super().__new__(cls, v.upper())

    def shout(self):
        return self.upper() + "!"


n = Name("ann lee")
print(n, n.shout(), len(n), n[0], n + "x", n == "ANN LEE", {n: 1}["ANN LEE"], "NN" in n, n.split(), isinstance(n, str))
print("%s|%r" % (n, n), n.startswith("ANN"), f"{n}", [ch for ch in Name("ab")], hash(n) == hash("ANN LEE"))


class Stack(list):
    def push(self, x):
        self.append(x)

    def peek(self):
        return self[-1]

    def __repr__(self):
        return "Stack" + super().__repr__()

    def __getitem__(self, i):
        return super().__getitem__(i)

    def __len__(self):
        return super().__len__()

    def append(self, x):
        super().append(x)


s = Stack([1, 2])
s.push(3)
print(s, s.peek(), len(s), s == [1, 2, 3], sorted(s, reverse=True), s[0:2], 3 in s, [x * 2 for x in s], sum(s), bool(Stack()))
s += [4]
print(s, type(s).__name__, s + [5], s.index(4), list(reversed(s)))
list.append(s, 9)
print(s)


class Matrix(list):
    def __init__(self, n):
        super().__init__([0] * n for _ in range(n))
        self.n = n


print(Matrix(2), Matrix(2).n)


class Default(dict):
    def __init__(self, factory, *a, **kw):
        super().__init__(*a, **kw)
        self.factory = factory

    def __missing__(self, k):
        v = self[k] = self.factory()
        return v

    def __setitem__(self, k, v):
        super().__setitem__(k, v)


d = Default(list, a=1)
d["x"].append(1)
d["x"].append(2)
print(d, d["x"], "x" in d, len(d), d.get("nope"), sorted(d), list(d.items()), d == {"a": 1, "x": [1, 2]})


class Attr(dict):
    def __getattr__(self, k):
        try:
            return self[k]
        except KeyError:
            raise AttributeError(k)

    def __setattr__(self, k, v):
        self[k] = v

    def __delattr__(self, k):
        del self[k]


at = Attr(a=1)
at.b = 2
print(at.a, at.b, at, sorted(at.keys()))
del at.a
print(at, hasattr(at, "a"))


class Pt(tuple):
    def __new__(cls, x, y):
        return tuple.__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]

    def __add__(self, o):
        return Pt(self[0] + o[0], self[1] + o[1])


q = Pt(1, 2)
print(q, q.x, q + Pt(3, 4), q == (1, 2), hash(q) == hash((1, 2)), {q: 1}[(1, 2)], len(q), q[1])
x, y = q
print(x, y)


class Unique(set):
    def add(self, v):
        print("adding", v)
        super().add(v)


u = Unique([1])
u.add(2)
print(sorted(u), 2 in u, len(u), u | {9} == {1, 2, 9})


class Err(Exception):
    def __init__(self, code, msg="m"):
        super().__init__(msg)
        self.code = code

    def __str__(self):
        return f"[{self.code}] {super().__str__()}"


try:
    raise Err(7, "bad")
except Exception as e:
    print(e, repr(e), e.args, e.code, isinstance(e, Err))


class Err2(ValueError):
    pass


print(repr(Err2("a", 1)), str(Err2("a")), Err2(1, 2).args, str(Err2()))


class Err3(Exception):
    def __init__(self, a, b):
        self.a = a


print(Err3(1, 2).args, str(Err3(1, 2)), repr(Err3(1, b=2)))
print(int.__new__(MyInt, 3) * 1, dict.__getitem__({1: 2}, 1), list.__len__([1]), str.__add__("a", "b"))
print(hasattr(5, "__add__"), hasattr([], "__len__"), hasattr(5, "__len__"), (5).__add__(3), [1].__contains__(1), "a".__eq__("a"))
class Sorted(list):
    def __lt__(self, o):
        return len(self) < len(o)
print(sorted([Sorted([1, 2]), Sorted([3])]))
