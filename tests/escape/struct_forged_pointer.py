# Type code P would pack an address.
# outcome: raised
import struct

struct.pack("P", 0x1000)
struct.unpack("S", b"\x00\x04\x00\x00")
