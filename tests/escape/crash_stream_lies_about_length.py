# Methods that claim to have read or written more than there was.
# limit: time=2s
# outcome: any
import deflate
import io
import json


class Liar(io.IOBase):
    def readinto(self, buf):
        return len(buf) + 1000

    def write(self, buf):
        return len(buf) + 1000

    def ioctl(self, op, arg):
        return 1 << 30


for act in (lambda: json.load(Liar()), lambda: json.dump([1] * 100, Liar()),
            lambda: print("x", file=Liar()),
            lambda: deflate.DeflateIO(Liar(), deflate.RAW).read(100),
            lambda: io.BufferedWriter(Liar(), 4).write(b"abcdefgh")):
    try:
        act()
    except Exception:
        pass
