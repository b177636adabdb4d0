# C3, super in all its forms.
class O:
    def f(self):
        return ["O"]


class A(O):
    def f(self):
        return ["A"] + super().f()


class B(O):
    def f(self):
        return ["B"] + super().f()


class C(A, B):
    def f(self):
        return ["C"] + super().f()


class D(B):
    def f(self):
        return ["D"] + super().f()


class E(C, D):
    def f(self):
        return ["E"] + super(E, self).f()


print(E().f(), [k.__name__ for k in E.__mro__], E.mro() == list(E.__mro__))
try:
    class X(A, E):
        pass
except TypeError as e:
    print(e)
try:
    class X(A, A):
        pass
except TypeError as e:
    print(e)


class P:
    def __init__(self, **kw):
        print("P", kw)


class Q(P):
    def __init__(self, q=0, **kw):
        print("Q", q)
        super().__init__(**kw)


class R(P):
    def __init__(self, r=0, **kw):
        print("R", r)
        super().__init__(**kw)


class S(Q, R):
    def __init__(self, **kw):
        super().__init__(**kw)


S(q=1, r=2, z=3)


class K:
    @classmethod
    def make(cls):
        return cls.__name__

    @staticmethod
    def stat():
        return "stat"

    @property
    def prop(self):
        return "K.prop"

    def __new__(cls, *a):
        print("new", cls.__name__, a)
        return super().__new__(cls)

    def __init__(self, *a):
        self.a = a


class M(K):
    @classmethod
    def make(cls):
        return "M+" + super().make()

    @staticmethod
    def stat():
        return "M" + K.stat()

    @property
    def prop(self):
        return "M+" + super().prop

    def lam(self):
        return (lambda: super(M, self).make())()

    def inner(self):
        def g():
            return super(M, self).prop
        return [g() for _ in range(2)]


m = M(1, 2)
print(m.make(), M.make(), m.stat(), m.prop, m.lam(), m.inner(), m.a)
try:
    print(K(5).a, object.__new__(K, 1))
except TypeError as e:
    print(e)
print(issubclass(E, (int, B)), isinstance(E(), (str, O)), issubclass(bool, int), isinstance(True, int))
print(int.__mro__, bool.__mro__, bool.__bases__, ValueError.__mro__)
print(E.__base__, E.__bases__, O.__bases__, object.__bases__)


class Empty:
    pass


for args in ((1,), (1, 2)):
    try:
        Empty(*args)
    except TypeError as e:
        print(e)
class Mixin:
    def who(self):
        return "mixin " + super().who()
class Real:
    def who(self):
        return "real"
class Both(Mixin, Real):
    pass
print(Both().who())
try:
    Mixin().who()
except AttributeError as e:
    print(e)
