# Collections in callbacks of re.sub, beside struct, array, deque, heapq, namedtuple.
import gc
import heapq
import re
import struct
from array import array
from collections import OrderedDict, deque, namedtuple
def up(m):
    gc.collect()
    return m.group(0).upper() + str(len(m.group(1)))
print(re.sub(r"(\w)o", up, "so do go to lo"),
      re.compile(r"(\d+)").sub(lambda m: gc.collect() and "" or "<%s>" % m.group(1), "a1b22c333"))
# expect: SO1 DO1 GO1 TO1 LO1 a<1>b<22>c<333>
P = namedtuple("P", ["a", "b"])
class K:
    def __init__(self, n):
        self.n = n
    def __lt__(self, o):
        gc.collect()
        return self.n < o.n
h = []
for i in (5, 3, 8, 1, 9, 2):
    heapq.heappush(h, K(i))
print([heapq.heappop(h).n for _ in range(6)])  # expect: [1, 2, 3, 5, 8, 9]
d = deque((), 50)
for i in range(120):
    d.append(P([i], struct.pack("<II", i, i * i)))
    if i % 10 == 0:
        gc.collect()
print(d[0].a, struct.unpack("<II", d[-1].b), len(d), sum(p.a[0] for p in d))
# expect: [70] (119, 14161) 50 4725
o = OrderedDict()
for i in range(100):
    o["key%d" % i] = array("i", [i, i * 2])
    if i % 7 == 0:
        gc.collect()
print(sum(v[1] for v in o.values()), list(o)[50], bytes(o["key3"]))
# expect: 9900 key50 b'\x03\x00\x00\x00\x06\x00\x00\x00'
m = memoryview(bytearray(range(100)))[10:90][5:]
gc.collect()
junk = [bytearray(100) for _ in range(200)]
print(sum(m), len(m), bytes(m[:3]))  # expect: 3900 75 b'\x0f\x10\x11'
