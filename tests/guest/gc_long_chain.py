# A chain that is longer than the collector's stack, each part of which leads to
# something else besides, is looked through once.
# limit: memory=128M
# spent: steps<=200000000
import gc

e = None
for i in range(300000):
    e = [(i, [i]), e]
gc.collect()
gc.collect()
n = 0
while e:
    e = e[1]
    n += 1
print(n)  # expect: 300000
