# error: RecursionError
class A:
    def f(self, x):
        return self.g(x + 1)

    def g(self, x):
        return [self.f(y) for y in (x,)]


A().f(0)
