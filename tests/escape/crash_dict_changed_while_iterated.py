# outcome: any
import gc

d = {i: [i] for i in range(100)}
for k in d:
    d.clear()
    gc.collect()
    for i in range(1000):
        d[i] = str(i)
    if k > 50:
        break
