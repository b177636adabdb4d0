# Offsets before and beyond the buffer.
import struct

b = bytearray(16)
refused = 0
for offset in (-17, 13, 16, 2**30, -(2**30), 2**31 - 4):
    for act in (struct.pack_into, struct.unpack_from):
        try:
            act("<I", b, offset, 1) if act is struct.pack_into else act("<I", b, offset)
        except (struct.error, OverflowError):
            refused += 1
print(refused, b == bytes(16))  # expect: 12 True
