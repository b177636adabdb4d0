# memoryview: shared storage, slices, types.
a = bytearray(b"0123456789")
m = memoryview(a)
print(len(m), m[2], bytes(m[3:6]), m[-1])  # expect: 10 50 b'345' 57
m[0] = 65
m[2:4] = b"xy"
print(a, bytes(m[2:4]))  # expect: bytearray(b'A1xy456789') b'xy'
n = m[5:]
n[0] = 33
print(a, len(n), n[0])  # expect: bytearray(b'A1xy4!6789') 5 33
print(bytes(m) == a, memoryview(b"ab")[1], list(memoryview(b"abc")))  # expect: True 98 [97, 98, 99]
try:
    memoryview(b"ro")[0] = 1
except TypeError:
    print("read only")
# expect: read only
try:
    m[2:4] = b"toolong"
except ValueError:
    print("wrong length")
# expect: wrong length
from array import array
v = memoryview(array("i", [1, -2, 300000]))
print(v[1], v[2], len(v))  # expect: -2 300000 3
