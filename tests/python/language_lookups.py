# What was looked up once is looked up anew when a class, an instance or the
# globals have changed.
import builtins
from collections import namedtuple


class A:
    def m(self):
        return "A.m"

    def __add__(self, other):
        return "A.add"

    def __len__(self):
        return 1


class B(A):
    pass


class C(B):
    pass


def ask(o):
    return o.m(), o + 1, len(o), bool(o)


c = C()
for _ in range(3):
    print(ask(c))
B.m = lambda self: "B.m"
B.__add__ = lambda self, other: "B.add"
print(ask(c))
c.m = lambda: "its own"
print(ask(c))
del c.m
print(ask(c))
C.m = staticmethod(lambda: "static")
print(ask(c))
C.m = classmethod(lambda cls: cls.__name__)
print(ask(c))
C.m = property(lambda self: lambda: "property")
print(ask(c))
del C.m
del B.m
print(ask(c))
C.__len__ = lambda self: 0
print(ask(c))
del C.__len__, A.__len__
try:
    print(ask(c))
except TypeError as e:
    print(e)
A.__len__ = lambda self: 2
print(ask(c))
c.__dict__["m"] = lambda: "from the dict"
print(ask(c))
c.__dict__.clear()
print(ask(c))
c.__class__ = A
print(ask(c))
C.__getattribute__ = lambda self, name: lambda: "got " + name
c.__class__ = C
print(c.m(), c.n())
del C.__getattribute__
print(c.m())


class Many:
    def m(self):
        return "method"


many = Many()
for i in range(12):
    setattr(many, "a%d" % i, i)
    print(many.m(), end=" ")
many.m = lambda: "own"
print(many.m())


class Meta(type):
    def m(cls):
        return "meta"


class D(metaclass=Meta):
    pass


print(D.m(), D.m())
D.m = classmethod(lambda cls: "class")
print(D.m())


# A name that is absent at first.
class E:
    pass


e = E()
for step in range(3):
    try:
        print(e.late(), e + 1)
    except (AttributeError, TypeError) as error:
        print(error)
    if step == 0:
        E.late = lambda self: "late"
    else:
        E.__add__ = lambda self, other: "added"

# --- globals and built-ins ---


def count(x):
    return len(x)


print(count("abc"), count("ab"))
len = lambda x: "global"
print(count("abc"))
del len
print(count("abc"), count("abc"))
globals()["len"] = lambda x: "stored"
print(count("abc"))
globals().pop("len")
print(count("abc"), count("abc"))
globals().update(len=lambda x: "updated")
print(count("abc"))
del globals()["len"]
usual = builtins.len
print(count("abc"))
builtins.len = lambda x: "built in"
print(count("abc"))
builtins.len = usual
print(count("abc"), count("abc"))


class Name(str):
    pass


globals()[Name("len")] = lambda x: "by an equal name"
print(count("abc"))
del globals()["len"]
print(count("abc"))

space = {}
exec("def count(x):\n    return len(x)\ncount('a')", space)
print(space["count"]("abc"), space["count"]("abc"))
inside = dict(space)
inside["len"] = lambda x: "emptied"
f = space["count"]
space.clear()
space.update(inside)
print(f("abc"))
while space:
    space.popitem()
space.update(inside)
print(f("abc"))
given = {"__builtins__": {"len": lambda x: "given"}}
exec("def count(x):\n    return len(x)", given)
print(given["count"]("abc"), count("abc"))

# --- named tuples ---

P = namedtuple("P", "x y")


class Q(P):
    def m(self):
        return self.x


q = Q(1, 2)
print(q.m(), q.x, P.x.__doc__)
P.m = lambda self: "of P"
P.n = lambda self: "of P"
print(q.m(), q.n(), P(1, 2).m())
P.n = lambda self: "changed"
print(q.n())
del P.n
try:
    q.n()
except AttributeError as error:
    print(error)
try:
    del P.n
except AttributeError as error:
    print("AttributeError", error)


# --- a class whose keys run code ---


class Key:
    def __hash__(self):
        return hash("odd")

    def __eq__(self, other):
        if other == "odd" and not F.done:
            F.done = True
            F.odd = lambda self: "changed while it was looked for"
        return False


F = type("F", (), {Key(): 1, "done": False})
o = F()
for _ in range(2):
    try:
        print(o.odd())
    except AttributeError as error:
        print(error)
