# Attributes, names and doc strings of functions and classes.
def f(): pass
f.x = 1
f.x += 1
print(f.x, f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__dict__)
def g():
    "doc"
    def h(): pass
    h.count = 0
    return h
print(g.__doc__, g().count, g().__qualname__)
class A:
    """Class doc"""
    def m(self):
        """m doc"""
    class B: pass
print(A.__doc__, A.m.__doc__, A().m.__doc__, A.m.__qualname__, A.B.__qualname__, A.m.__name__)
print(f.__defaults__, (lambda a=1, *, b=2: 0).__defaults__, (lambda a=1, *, b=2: 0).__kwdefaults__, f.__code__.co_name)
