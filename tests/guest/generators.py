# Generators: laziness, state, return values, expressions, infinite ones.
def count(n):
    while True:
        yield n
        n += 1
g = count(5)
print(next(g), next(g), [x for _, x in zip(range(3), count(1))])  # expect: 5 6 [1, 2, 3]
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(15)])
# expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377]
def ret():
    yield 1
    return "result"
r = ret()
next(r)
try:
    next(r)
except StopIteration as e:
    print(e.value)
# expect: result
print(next(r, "over"), list(ret()), sum(x * x for x in range(5)))  # expect: over [1] 30
def tree(t):
    if t:
        yield from tree(t[0])
        yield t[1]
        yield from tree(t[2])
print(list(tree((((None, 1, None), 2, None), 3, (None, 4, None)))))  # expect: [1, 2, 3, 4]
def primes(n):
    sieve = [True] * n
    for i in range(2, n):
        if sieve[i]:
            yield i
            for j in range(i * i, n, i):
                sieve[j] = False
print(list(primes(50)), len(list(primes(1000))))
# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47] 168
