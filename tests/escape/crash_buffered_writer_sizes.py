# limit: time=2s
# outcome: any
import io

for n in (0, -1, 1 << 30):
    try:
        w = io.BufferedWriter(io.BytesIO(), n)
        w.write(b"abcdef" * 10)
        w.flush()
    except Exception:
        pass
