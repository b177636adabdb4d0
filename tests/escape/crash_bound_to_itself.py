# outcome: any
class A:
    pass


a = A()
A.__getattr__ = lambda s, n: a
a.x.y.z()
