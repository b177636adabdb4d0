# outcome: any
import struct

struct.pack("1073741825I", *range(100))
