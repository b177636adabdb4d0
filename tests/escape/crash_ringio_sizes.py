# outcome: any
import micropython

for n in (1, 2, 65535, 65536, 65537, -1, 1 << 31):
    try:
        r = micropython.RingIO(n)
        r.write(b"x" * 70000)
        r.read()
    except Exception:
        pass
r = micropython.RingIO(bytearray(70000))
for _ in range(5):
    r.write(b"x" * 20000)
    r.read(30000)
