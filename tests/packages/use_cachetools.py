# packages: cachetools==5.5.2
from cachetools import FIFOCache, LFUCache, LRUCache, TTLCache, cached, cachedmethod, keys

lru = LRUCache(maxsize=2)
lru["a"] = 1
lru["b"] = 2
lru["a"]
lru["c"] = 3
print(lru, sorted(lru), lru.currsize, LFUCache(3).maxsize)
clock = [0]
ttl = TTLCache(maxsize=10, ttl=5, timer=lambda: clock[0])
ttl["x"] = 1
clock[0] = 6
print("x" in ttl, len(ttl), ttl.get("x", "gone"))
calls = []


@cached(LRUCache(maxsize=32), key=keys.typedkey)
def fib(n):
    calls.append(n)
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(20), len(calls), fib.cache_key(1) == fib.cache_key(1.0))
try:
    FIFOCache(2)["k"]
except KeyError as e:
    print("KeyError", e)
