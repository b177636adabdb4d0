# A repeat count whose size wraps a 32-bit word.
# outcome: any
import struct

struct.pack("1500000000I", 0)
