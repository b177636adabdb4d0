# Type code S would read a string from wherever the number says.
# outcome: raised
import struct

struct.unpack("S", b"\x00\x04\x00\x00")
