# The marker meets deep and wide structures, cycles, and long chains.
# collect: no
import gc
chain = None
for i in range(20000):
    chain = [chain, i]
gc.collect()
n, total = 0, 0
while chain:
    total += chain[1]
    n += 1
    chain = chain[0]
print(n, total)  # expect: 20000 199990000
cycle = []
for i in range(500):
    cycle = [cycle, {"self": cycle, "t": (cycle, i)}]
    cycle[1]["loop"] = cycle
gc.collect()
print(cycle[1]["loop"] is cycle, cycle[0][1]["t"][1])  # expect: True 498
cycle = None
freed = gc.collect()
print(freed > 500)  # expect: True
wide = [[i, str(i)] for i in range(20000)]
gc.collect()
print(sum(w[0] for w in wide), wide[12345][1], len(wide))  # expect: 199990000 12345 20000
d = {}
for i in range(5000):
    d["key%d" % i] = (i, [i])
    if i % 500 == 0:
        gc.collect()
print(sum(v[0] for v in d.values()), d["key4999"])  # expect: 12497500 (4999, [4999])
