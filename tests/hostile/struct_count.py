# outcome: out_of_memory | raised
import struct

struct.pack("<1000000000s", b"x")
