# outcome: any
import struct

b = bytearray(8)
struct.pack_into("4294967297s", b, 0, b"x" * 100)
struct.unpack_from("99999999999999999999B", b, 0)
