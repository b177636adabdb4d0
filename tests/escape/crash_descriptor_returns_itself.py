# outcome: any
class D:
    def __get__(self, o, c):
        return self

    def __set__(self, o, v):
        o.d = v

    def __call__(self):
        return self.d


class A:
    d = D()


A().d = 1
