# limit: time=2s
# outcome: any
import io
import json


class S(io.IOBase):
    def __init__(self, r):
        self.r = r

    def readinto(self, buf):
        return self.r

    write = readinto
    ioctl = None


for r in ("text", -1, 1 << 40, None, [], 2.5, object()):
    for act in (lambda: json.load(S(r)), lambda: print("x", file=S(r)),
                lambda: json.dump([1], S(r))):
        try:
            act()
        except Exception:
            pass
