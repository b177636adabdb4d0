# A readinto method that keeps the buffer beyond the call.
# outcome: any
# stdout: any
import gc
import io

kept = []


class S(io.IOBase):
    def readinto(self, buf):
        kept.append(buf)
        buf[0] = 65
        return 1


class W(io.IOBase):
    def write(self, buf):
        kept.append(buf)
        return len(buf)


import json

try:
    json.load(S())
except ValueError:
    pass
print("x" * 50, file=W())
gc.collect()
for b in kept:
    for i in range(len(b)):
        b[i] = 255
gc.collect()
print([1, 2, 3], {"a": kept and 1})
