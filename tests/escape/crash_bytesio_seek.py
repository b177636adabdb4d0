# Positions before the start and beyond all words.
# limit: time=2s
# outcome: any
import io

b = io.BytesIO(b"0123456789")
for where in (-1, -100, 2**31 - 1, 2**30, 2**31, -(2**31), 2**32 - 1):
    for whence in (0, 1, 2, 3):
        try:
            b.seek(where, whence)
            b.read(10)
            b.tell()
        except Exception:
            pass
b.seek(2**31 - 8)
b.seek(2**31 - 8, 1)
b.write(b"x" * 100)
