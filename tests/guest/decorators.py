# Decorators of functions, methods and classes, stacked and with arguments.
def log(f):
    def wrapper(*a, **k):
        print("call", a, k)
        return f(*a, **k)
    return wrapper
def times(n):
    def deco(f):
        return lambda *a: f(*a) * n
    return deco
@log
@times(3)
def add(a, b=0):
    return a + b
print(add(1), add(1, 2))
# expect: call (1,) {}
# expect: call (1, 2) {}
# expect: 3 9
def register(cls):
    registry.append(cls.__name__)
    cls.tag = "tagged"
    return cls
registry = []
@register
class A:
    @log
    def m(self_unused, x):
        return x
    @staticmethod
    @times(2)
    def s(x):
        return x
print(registry, A.tag, A.s(21))  # expect: ['A'] tagged 42
memo = {}
def cached(f):
    def inner(n):
        if n not in memo:
            memo[n] = f(n)
        return memo[n]
    return inner
@cached
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), len(memo))  # expect: 23416728348467685 81
