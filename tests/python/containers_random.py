# Long sequences of operations on dictionaries and sets of all kinds of keys.
seed = 12345
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return (seed >> 8) % n
def key(kind):
    n = rnd(60)
    if kind == 0: return n
    if kind == 1: return n * 1000003 - 20000000
    if kind == 2: return n / 4
    if kind == 3: return (n, n // 3)
    if kind == 4: return n << (n % 90)
    if kind == 5: return frozenset([n, n*2, n*n])
    return [n, -n, n/2, (n,), True, 2**61 + n][rnd(6)]
for kind in range(7):
    d = {}; s = set(); t = set()
    for step in range(250):
        op = rnd(14)
        k = key(kind)
        if op < 4: d[k] = step; s.add(k)
        elif op == 4: d.pop(k, None); s.discard(k)
        elif op == 5 and d: print(d.popitem())
        elif op == 6 and s: print(s.pop())
        elif op == 7: t.add(k); s |= t; d.setdefault(k, 3)
        elif op == 8: print(s & t, s - t, t - s); s -= {k}
        elif op == 9: print(s ^ t); s ^= {k}
        elif op == 10 and d: k = next(iter(d)); del d[k]
        elif op == 11: print(d == dict(d), list(d.items())[:5], s == set(list(s)))
        elif op == 12: print(s.union(t, [k]), s.copy(), frozenset(s), s.intersection([k, 1, 2]))
        else: print(k in d, k in s, d.get(k), len(d), len(s), hash(k))
        if step % 50 == 0: print(list(d), s); t = set(list(s)[:3])
        if step % 100 == 99: d.clear(); s = set()
    print(hash(frozenset(s)))
for i in list(range(-5,5))+[2**31-1, 2**30, -2**30, -2**31, 2**61-1, 2**61, -2**61, 10**30, -10**30, 1e100, 1.1, -0.5, float('inf'), -float('inf'), (1,), (), (1,(2,3)), (-1,), True, 3+4j]:
    print(i, hash(i))
