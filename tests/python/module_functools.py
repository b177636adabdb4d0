# functools.
import functools
from functools import *


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())
fib.cache_clear()
print(fib.cache_info(), fib.__name__, fib.cache_parameters())
calls = []


@lru_cache(maxsize=2)
def double(n, factor=2):
    calls.append(n)
    return n * factor


print(double(1), double(2), double(1), double(3), double(2), double(1), calls)
print(double(1, factor=3), double(1, factor=3), double.cache_info(), double.__wrapped__(4))


@lru_cache
def bare(*args, **kwargs):
    return args, sorted(kwargs.items())


print(bare(1, 2, a=3), bare(1, 2, a=3), bare.cache_info())


@cache
def once(x):
    print("computing", x)
    return x


print(once("a"), once("a"), once((1, 2)), once((1, 2)))
try:
    once([])
except TypeError as e:
    print(e)


@lru_cache(typed=True)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(1), typed.cache_info())


class Square:
    def __init__(self, side):
        self.side = side

    @lru_cache(maxsize=None)
    def area(self, factor=1):
        print("area")
        return self.side * self.side * factor

    @cached_property
    def twice(self):
        print("twice")
        return self.side * 2


s = Square(3)
print(s.area(), s.area(), s.area(2), s.twice, s.twice, s.__dict__["twice"])
zero = lru_cache(maxsize=0)(lambda n: n)
print(zero(1), zero(1), zero.cache_info().misses, zero.cache_info().currsize)

power = partial(pow, 2)
print(power(5), partial(int, base=2)("101"), partial(partial(max, 1), 5)(3))
print(power.func is pow, power.args, power.keywords, partial(partial(print, 1), 2, sep="-").args)
partial(print, "a", sep="-", end="!\n")("b", sep="+")
print(repr(partial(int, "7", base=8)))
try:
    partial(5)
except TypeError as e:
    print(e)
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], "x"), reduce(max, [3]))
try:
    reduce(max, [])
except TypeError as e:
    print(e)


def by_length(a, b):
    return len(a) - len(b)


words = ["ccc", "a", "bb", "aa"]
print(sorted(words, key=cmp_to_key(by_length)), max(words, key=cmp_to_key(by_length)))
print(cmp_to_key(by_length)("a") < cmp_to_key(by_length)("bb"), cmp_to_key(by_length)("a") == cmp_to_key(by_length)("b"))


def logged(fun):
    @wraps(fun)
    def wrapper(*args, **kwargs):
        "the wrapper"
        print("calling", fun.__name__, args)
        return fun(*args, **kwargs)

    return wrapper


@logged
def add(a, b):
    return a + b


print(add(1, 2), add.__name__, add.__wrapped__(3, 4))


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


a, b = Version(1), Version(2)
print(a < b, a <= b, a > b, a >= b, a != b, a <= Version(1), a >= Version(1), sorted([b, a])[0].n)


@total_ordering
class Other:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __ge__(self, other):
        return self.n >= other.n


a, b = Other(1), Other(2)
print(a < b, a <= b, a > b, a >= b, a <= Other(1), a > Other(1))


@singledispatch
def describe(x):
    return "something"


@describe.register(int)
def _(x):
    return "a number %d" % x


@describe.register(list)
def _(x):
    return "a list of %d" % len(x)


@describe.register(str)
def _(x):
    return "a string " + x


print(describe(5), describe([1]), describe("s"), describe(None), describe(2.5))


class Cell:
    def __init__(self):
        self.state = None

    def set_state(self, state, mark=""):
        self.state = mark + state

    set_alive = partialmethod(set_state, "alive")
    set_dead = partialmethod(set_state, "dead", mark="!")


c = Cell()
c.set_alive()
print(c.state)
c.set_dead()
print(c.state)


class Shower:
    @singledispatchmethod
    def show(self, x):
        return "thing"

    @show.register(int)
    def _(self, x):
        return "int"


print(Shower().show(1), Shower().show("a"))
