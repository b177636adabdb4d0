# Holes of every size: large blocks are still found after small ones went.
# limit: memory=20M cpu=20s
import gc

keep, drop = [], []
for i in range(20000):
    keep.append(bytes(20 + i % 50))
    drop.append(bytes(20 + i % 130))
drop = None
gc.collect()
big = [bytearray(100000) for _ in range(20)]
print(len(keep), sum(map(len, keep)), len(big), keep[777] == bytes(20 + 777 % 50))
# expect: 20000 890000 20 True
keep = keep[:10]
gc.collect()
print(len(bytearray(6000000)))  # expect: 6000000
