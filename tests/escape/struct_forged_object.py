# Type code O would turn a number into an object.
# outcome: raised
import struct

struct.unpack("O", b"\x10\x20\x00\x00")[0].append
