# error: RecursionError
class A:
    def f(self):
        return super(A, self).f()


class B(A):
    pass


A.f = lambda self: B.f(self)
B().f()
