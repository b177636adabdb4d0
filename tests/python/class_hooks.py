# __init_subclass__, __set_name__, __class_getitem__, descriptors, __mro_entries__.
class Base:
    subs = []

    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.subs.append((cls.__name__, tag))


class A(Base, tag="one"):
    pass


class B(A):
    pass


print(Base.subs, A.tag, B.tag)
try:
    class C(metaclass=type, wrong=1):
        pass
except TypeError as e:
    print(e)


class Field:
    def __init__(self, default=None):
        self.default = default

    def __set_name__(self, owner, name):
        self.name = name
        self.private = "_" + name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.private, self.default)

    def __set__(self, obj, value):
        if not isinstance(value, int):
            raise TypeError(f"{self.name} must be int")
        setattr(obj, self.private, value)

    def __delete__(self, obj):
        print("delete", self.name)
        delattr(obj, self.private)


class Point:
    x = Field(1)
    y = Field(2)

    def __init__(self, x, y):
        self.x = x
        self.y = y


p = Point(3, 4)
print(p.x, p.y, p.__dict__, type(Point.x).__name__)
try:
    p.x = "a"
except TypeError as e:
    print(e)
del p.x
print(p.x)


class NonData:
    def __get__(self, obj, owner):
        return ("nondata", obj is None, owner.__name__)


class Data(NonData):
    def __set__(self, obj, value):
        obj.__dict__["d"] = ("stored", value)


class H:
    n = NonData()
    d = Data()


h = H()
print(h.n, h.d, H.n, H.d)
h.n = 1
h.d = 2
print(h.n, h.d, sorted(h.__dict__.items(), key=str))
h.__dict__["n"] = 5
print(h.n)


class Typed:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__.get(self.name)

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value * 2


class T:
    v = Typed()

    def __init__(self, v):
        self.v = v


print(T(4).v, T(5).__dict__, T(6).__dict__)


class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item.__name__}]"


print(Box[int])


class Entries:
    def __mro_entries__(self, bases):
        return (dict,)


class D(Entries()):
    pass


print(D.__bases__, D(a=1))


class lazy:
    def __init__(self, f):
        self.f = f
        self.name = f.__name__

    def __get__(self, obj, cls):
        if obj is None:
            return self
        v = self.f(obj)
        obj.__dict__[self.name] = v
        return v


class L:
    @lazy
    def value(self):
        print("computed")
        return 99


l = L()
print(l.value, l.value, l.__dict__)
print(Base.__subclasses__(), A.__subclasses__())
