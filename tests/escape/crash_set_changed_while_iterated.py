# outcome: any
import gc

s = set(range(100))
for k in s:
    s.clear()
    gc.collect()
    s.update(range(2000))
    if k > 50:
        break
