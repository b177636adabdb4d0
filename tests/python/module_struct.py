import struct


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


for fmt, args in (("<b", (-5,)), ("<B", (250,)), ("<h", (-2,)), (">H", (65535,)), ("<i", (-7,)), (">I", (2**32 - 1,)), ("<q", (-2**63,)), ("!Q", (2**64 - 1,)), ("<f", (1.5,)), (">d", (-2.25,)), ("<3s", (b"abcd",)), ("5s", (b"ab",)), ("c", (b"x",)), ("?", (True,)), ("<2h", (1, 2)), ("<bxh", (1, 2)), ("=l", (5,)), ("<e", (1.5,)),
                  ("<4x", ()), ("3p", (b"abc",)), ("<0s", (b"",)), (">hhl", (1, 2, 3)), ("<10sHHb", (b"raymond", 1, 2, 3)), ("@i", (1,))):
    data = struct.pack(fmt, *args)
    print(fmt, data, struct.unpack(fmt, data), struct.calcsize(fmt))
print(struct.calcsize("<bhilq"), struct.calcsize(">10s2h"), struct.calcsize("=bq"))
buffer = bytearray(8)
struct.pack_into("<h", buffer, 2, 513)
struct.pack_into(">H", buffer, -2, 258)
print(buffer, struct.unpack_from("<h", buffer, 2), struct.unpack_from(">H", buffer, -2), list(struct.iter_unpack("<h", bytes(buffer))))
s = struct.Struct("<Hb")
print(s.size, s.format, s.pack(1, 2), s.unpack(b"\x01\x00\x02"), s.unpack_from(b"xx\x01\x00\x02", 2), list(s.iter_unpack(b"\x01\x00\x02\x03\x00\x04")))
attempt(struct.pack, "<b", 200)
attempt(struct.pack, "<B", -1)
attempt(struct.pack, "<H", 70000)
attempt(struct.pack, "<i", 2**31)
attempt(struct.pack, "<h", 1, 2)
attempt(struct.pack, "<hh", 1)
attempt(struct.unpack, "<h", b"abc")
attempt(struct.unpack, "<i", b"ab")
attempt(struct.pack, "<y", 1)
attempt(struct.pack, "<h", "x")
attempt(struct.pack, "<h", 1.5)
attempt(struct.pack, "<s", "x")
attempt(struct.unpack_from, "<i", b"abc")
print(issubclass(struct.error, Exception))
