# super() in all forms
class A:
    def f(self): return 'A'
    @classmethod
    def c(cls): return 'Ac',cls.__name__
    @staticmethod
    def s(): return 'As'
    @property
    def p(self): return 'Ap'
    x=5
class B(A):
    def f(self): return 'B'+super().f()+super(B,self).f()
    @classmethod
    def c(cls): return super().c()
    @staticmethod
    def s(): return super(B,B).s()
    @property
    def p(self): return 'B'+super().p
    def g(self): return super().x, super().__init__.__name__, [super(B,self).f() for _ in range(2)], __class__
    def h(self):
        try: super().nope
        except AttributeError as e: return str(e)
    def k(self): return super(A,self)
b=B(); print(b.f(),B.c(),B.s(),b.p,b.g(),b.h())



