# struct: sizes, byte orders, repetition, packing in place.
import struct
print(struct.pack("<bBhHiIqQ", -1, 255, -2, 65535, -3, 2**32 - 1, -4, 2**64 - 1))
# expect: b'\xff\xff\xfe\xff\xff\xff\xfd\xff\xff\xff\xff\xff\xff\xff\xfc\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff'
print(struct.pack(">hHiI", 1, 2, 3, 4), struct.unpack(">hHi", b"\x00\x01\x00\x02\x00\x00\x00\x03"))
# expect: b'\x00\x01\x00\x02\x00\x00\x00\x03\x00\x00\x00\x04' (1, 2, 3)
print(struct.unpack("<fd", struct.pack("<fd", 1.5, -2.25)), struct.calcsize("<bihq"))
# expect: (1.5, -2.25) 15
print(struct.pack("5s3s", b"ab", b"wxyz"), struct.unpack("2s2s", b"abcd"),
      struct.unpack("<3B", b"\x01\x02\x03"))
# expect: b'ab\x00\x00\x00wxy' (b'ab', b'cd') (1, 2, 3)
buf = bytearray(8)
struct.pack_into("<HH", buf, 2, 0x1234, 0xabcd)
print(buf, struct.unpack_from("<H", buf, 4), hex(struct.unpack_from(">I", buf, 2)[0]))
# expect: bytearray(b'\x00\x004\x12\xcd\xab\x00\x00') (43981,) 0x3412cdab
for bad in (lambda: struct.unpack("<I", b"abc"), lambda: struct.pack_into("<I", buf, 6, 1),
            lambda: struct.unpack_from("<Q", buf, 4), lambda: struct.unpack_from("<H", buf, -1),
            lambda: struct.pack("<Z", 1)):
    try:
        bad()
        print("no error")
    except (ValueError, struct.error if hasattr(struct, "error") else ValueError):
        print("refused")
# expect: refused
# expect: refused
# expect: refused
# expect: refused
# expect: refused
