# Integers small and large, floats, loops.
import math


def primes(n):
    sieve = bytearray(b"\x01" * (n + 1))
    sieve[0] = sieve[1] = 0
    for i in range(2, int(math.sqrt(n)) + 1):
        if sieve[i]:
            for j in range(i * i, n + 1, i):
                sieve[j] = 0
    return [i for i, p in enumerate(sieve) if p]


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def newton(x):
    guess = x / 2
    for _ in range(30):
        guess = (guess + x / guess) / 2
    return guess


def matrix(n):
    a = [[i * j % 7 + 0.5 for j in range(n)] for i in range(n)]
    b = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            s = 0.0
            for k in range(n):
                s += a[i][k] * a[k][j]
            b[i][j] = s
    return b


seed = 1
for i in range(8000):
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    seed ^= seed >> 7
fact, fib, old = 1, 1, 1
for i in range(1, 150):
    fact *= i
    fib, old = fib + old, fib
z, points = 0j, 0
for i in range(1500):
    z = z * z + complex(-0.4 + i * 1e-4, 0.6)
    if abs(z) > 2:
        z = 0j
        points += 1
print(len(primes(20000)), gcd(fact, fib), max(collatz(i) for i in range(1, 300)), newton(2.0))
print(matrix(18)[3][4], seed, len(str(fact)), fact % 1000007, points, math.sin(1.0) + math.log(7), divmod(-7, 2), 2 ** 70)
