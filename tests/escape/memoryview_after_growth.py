# A view of what has since moved: wrong bytes are the guest's own.
# outcome: any
# stdout: any
import gc

b = bytearray(b"abcdefghij")
views = [memoryview(b) for _ in range(4)]
b[:] = b + b"X" * 4096
gc.collect()
hold = [bytearray(b"secret%d" % i) for i in range(100)]
for v in views:
    v[0:4] = b"\xff\xff\xff\xff"
    print(bytes(v))
gc.collect()
print(hold[50], [1, 2, 3], {"a": 1})
