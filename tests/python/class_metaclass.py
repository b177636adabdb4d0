# Metaclasses: __new__, __init__, __call__, __prepare__, attributes, operators.
class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print("new", mcs.__name__, name, [b.__name__ for b in bases], sorted(kw))
        cls = super().__new__(mcs, name, bases, ns)
        cls.tag = name.lower()
        return cls

    def __init__(cls, name, bases, ns, **kw):
        print("init", cls.__name__, sorted(kw.items()))
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args, kw)
        return super().__call__(*args, **kw)

    def __len__(cls):
        return 7

    def __iter__(cls):
        return iter((cls.__name__, cls.tag))

    def __contains__(cls, x):
        return x == cls.tag

    def __getitem__(cls, k):
        return (cls.tag, k)

    def __repr__(cls):
        return "<Meta %s>" % cls.__name__

    def shout(cls):
        return cls.__name__.upper()

    @property
    def prop(cls):
        return "prop of " + cls.__name__


class A(metaclass=Meta, flavour="x"):
    def __init__(self, a=1):
        self.a = a

    def show(self):
        return self.a


class B(A):
    def show(self):
        return super().show() + 1


print(A(3).show(), B(a=4).show())
print(type(A) is Meta, type(B) is Meta, isinstance(B, Meta), isinstance(B, type), issubclass(Meta, type))
print(len(A), list(B), "b" in B, "a" in B, A[1], B["k"])
print(A, repr(B), str(B))
print(A.shout(), B.prop, A.tag, B.tag)
try:
    A().shout()
except AttributeError as e:
    print(e)
C = Meta("C", (B,), {"z": 5})
print(C.z, C.__mro__, C.__bases__, C.__name__)


class Singleton(type):
    _instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super(Singleton, cls).__call__(*args, **kwargs)
        return cls._instances[cls]


class Config(metaclass=Singleton):
    def __init__(self):
        self.n = 0


Config().n += 1
Config().n += 1
print(Config().n, Config() is Config())


class Registry(type):
    registry = {}

    def __new__(mcs, name, bases, namespace):
        cls = type.__new__(mcs, name, bases, namespace)
        if bases:
            mcs.registry[name] = cls
        return cls


class Plugin(metaclass=Registry):
    pass


class P1(Plugin):
    pass


class P2(Plugin):
    pass


print(sorted(Registry.registry))


class Ordered(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name)
        return {"injected": 42}

    def __new__(mcs, name, bases, ns):
        ns["order"] = [k for k in ns if not k.startswith("__")]
        return super().__new__(mcs, name, bases, ns)


class O(metaclass=Ordered):
    b = injected + 1
    a = 2

    def m(self):
        pass


print(sorted(O.order), O.injected, O.b)


class Checked(type):
    def __instancecheck__(cls, obj):
        return hasattr(obj, "quack")

    def __subclasscheck__(cls, other):
        return hasattr(other, "quack")


class Duck(metaclass=Checked):
    pass


class Mallard:
    def quack(self):
        pass


print(isinstance(Mallard(), Duck), isinstance(3, Duck), issubclass(Mallard, Duck), issubclass(int, Duck))


class M1(type):
    pass


class M2(type):
    pass


class X(metaclass=M1):
    pass


class Y(metaclass=M2):
    pass


try:
    class Z(X, Y):
        pass
except TypeError as e:
    print(e)
print(type("T", (), {"x": 1})().x, type("T2", (int,), {})(5) + 1)


def func_meta(name, bases, ns):
    return (name, bases, ns["k"])


class F(metaclass=func_meta):
    k = 9


print(F)


class Final(type):
    def __setattr__(cls, k, v):
        raise AttributeError("no " + k)


class G(metaclass=Final):
    x = 1


try:
    G.x = 2
except AttributeError as e:
    print(e, G.x)
