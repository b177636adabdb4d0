# property, descriptors, __getattr__, __setattr__, __delattr__.
class Temp:
    def __init__(self):
        self._c = 0
    @property
    def f(self):
        return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v):
        self._c = (v - 32) * 5 / 9
    @f.deleter
    def f(self):
        self._c = None
    ro = property(lambda self: "read only")
t = Temp()
t.f = 212
print(t._c, t.f, t.ro)  # expect: 100.0 212.0 read only
del t.f
print(t._c)  # expect: None
try:
    t.ro = 1
except AttributeError:
    print("AttributeError")
# expect: AttributeError
class Desc:
    def __get__(self, obj, cls):
        return "get " + ("class" if obj is None else str(obj.n))
    def __set__(self, obj, v):
        obj.n = v * 2
class Has:
    d = Desc()
    n = 1
h = Has()
h.d = 21
print(h.d, h.n)  # expect: get 42 42
class Dyn:
    def __init__(self):
        self.real = 1
    def __getattr__(self, name):
        if name[:1] == "_":
            raise AttributeError(name)
        return "dyn " + name
d = Dyn()
print(d.real, d.anything, hasattr(d, "_x"), getattr(d, "_y", 5))  # expect: 1 dyn anything False 5
class Guard:
    def __setattr__(self, name, v):
        super().__setattr__(name, v + 1)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)
g = Guard()
g.a = 1
print(g.a)  # expect: 2
del g.a  # expect: del a
print(hasattr(g, "a"))  # expect: False
