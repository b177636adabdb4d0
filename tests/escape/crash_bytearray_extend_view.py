# A bytearray extended by a view of itself.
# outcome: any
b = bytearray(b"0123456789")
m = memoryview(b)
for _ in range(12):
    b.extend(m)
