# What extend and slice assignment make room for is written before it is read.
b = bytearray()
for i in range(2000):
    b.append(i & 255)
b[10:10] = bytes(500)
print(sum(b[10:510]), len(b))  # expect: 0 2500
