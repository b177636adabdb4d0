# What a program asks for with sys.setrecursionlimit() it gets, and what is built in
# Python nests in memory: calls of every kind, generators, what lru_cache keeps.
# limit: cpu=20s
import functools
import sys

print(sys.getrecursionlimit())  # expect: 1000
sys.setrecursionlimit(10**6)
print(sys.getrecursionlimit())  # expect: 1000000
N = 30000


def plain(n, *rest, step=1):
    return 0 if n == 0 else 1 + plain(n - step, *rest, step=step)


def around():
    def inside(n):
        return 0 if n == 0 else 1 + inside(n - 1)
    return inside


class Tree:
    def method(self, n):
        return 0 if n == 0 else 1 + self.method(n - 1)

    def bound(self, n):
        call = self.bound
        return 0 if n == 0 else 1 + call(n - 1)

    @functools.lru_cache(maxsize=100)
    def cached(self, n, k=2):
        return 0 if n == 0 else 1 + self.cached(n - 1, k=k)


@functools.cache
def unbounded(n):
    return 0 if n == 0 else 1 + unbounded(n - 1)


def decorated(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper


@decorated
def wrapped(n, *, k):
    return 0 if n == 0 else [1 + wrapped(n - 1, k=k) for _ in range(1)][0]


def guarded(n):
    try:
        return 0 if n == 0 else 1 + guarded(n - 1)
    finally:
        len([n])


for function in (plain, around(), Tree().method, Tree().bound, Tree().cached, unbounded, guarded):
    print(function(N))
# expect: 30000
# expect: 30000
# expect: 30000
# expect: 30000
# expect: 30000
# expect: 30000
# expect: 30000
print(wrapped(N, k=1), unbounded.cache_info())  # expect: 30000 CacheInfo(hits=0, misses=30001, maxsize=None, currsize=30001)


def chain(n):
    if n:
        yield from chain(n - 1)
    else:
        yield 1


print(sum(chain(N)))  # expect: 1


def fails(n):
    if n == 0:
        raise ValueError(N)
    fails(n - 1)


try:
    fails(N)
except ValueError as e:
    print(repr(e))  # expect: ValueError(30000)


# At the end of a piece of the stack, called again and again: it is not taken anew.
def at_depth(n):
    if n:
        return at_depth(n - 1)
    return sum([plain(40) for _ in range(200)])


for n in range(1500, 2500, 100):
    at_depth(n)
print(at_depth(3000))  # expect: 8000

# Without end: an error that can be caught, and what is left works.
for _ in range(2):
    try:
        plain(-1)
    except RecursionError as e:
        print(len(str(e)))
# expect: 32
# expect: 32
print(plain(1000))  # expect: 1000

# It counts, downwards, too, and cannot be below what there is.
sys.setrecursionlimit(100)
print(plain(90))  # expect: 90
try:
    plain(120)
except RecursionError as e:
    print(e)  # expect: maximum recursion depth exceeded


def lower(n):
    if n:
        return lower(n - 1)
    try:
        sys.setrecursionlimit(20)
    except RecursionError as e:
        return str(e)[:42]


print(lower(50))  # expect: cannot set the recursion limit to 20 at th
for wrong in (0, -1):
    try:
        sys.setrecursionlimit(wrong)
    except ValueError as e:
        print(str(e)[:26])
# expect: recursion limit must be gr
# expect: recursion limit must be gr
