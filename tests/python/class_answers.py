# Which operand is asked first, and which methods stand alone.
def ask(f):
    try:
        print(f())
    except TypeError as error:
        print("TypeError", error)


class A:
    def __eq__(self, other):
        print("A.eq")
        return NotImplemented

    def __lt__(self, other):
        print("A.lt")
        return NotImplemented

    __hash__ = None


class B(A):
    def __eq__(self, other):
        print("B.eq")
        return NotImplemented

    def __gt__(self, other):
        print("B.gt")
        return NotImplemented


class N:
    def __ne__(self, other):
        print("N.ne")
        return NotImplemented

    def __eq__(self, other):
        print("N.eq")
        return NotImplemented


for f in (lambda: A() == B(), lambda: B() == A(), lambda: A() != B(), lambda: A() < B(), lambda: A() > A(), lambda: B() < A(),
          lambda: N() != A(), lambda: A() != N(), lambda: N() != 1, lambda: 1 != N()):
    ask(f)


# Class methods of what is no function.
class Described:
    def __get__(self, instance, owner=None):
        return "got", instance is None, owner.__name__


class K:
    f = classmethod(Described())

    @classmethod
    @property
    def p(cls):
        return cls.__name__

    @classmethod
    @classmethod
    def twice(cls):
        return "twice", cls.__name__


print(K.f[0], K().f[2] in ("K", "type"), K.p, K().p, K.twice(), K().twice())


# Methods of object that a class names as its own.
class Plain(dict):
    __repr__ = object.__repr__
    __eq__ = object.__eq__
    __hash__ = object.__hash__


p = Plain(a=1)
print("Plain object at" in repr(p), p == Plain(a=1), p == p, len({p, Plain()}), len(p))


# A class that claims to be another.
class Proxy:
    @property
    def __class__(self):
        return dict


class Named:
    __class__ = int


print(isinstance(Proxy(), dict), Proxy().__class__, isinstance(Named(), int), isinstance(Proxy(), Proxy), type(Proxy()).__name__)


class Base:
    a: int = 1


class Derived(Base):
    pass


print(Base.__annotations__, Derived.__annotations__)
w = "q"
print(rf"\{w}", rf"\{{", rf"\d{w}\{w}", f"\\{w}", rf"{w}\{w}")
