# A ring of no size.
# outcome: any
import micropython

micropython.RingIO(bytearray(0)).write(b"\x01")
