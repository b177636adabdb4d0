# deflate: out and back, in each format, and a stream that is broken.
import deflate
import io
data = b"the quick brown fox " * 50
for fmt in (deflate.RAW, deflate.ZLIB, deflate.GZIP):
    out = io.BytesIO()
    with deflate.DeflateIO(out, fmt, 10) as d:
        d.write(data)
    packed = out.getvalue()
    with deflate.DeflateIO(io.BytesIO(packed), fmt, 10) as d:
        print(len(packed) < len(data) // 4, d.read() == data)
# expect: True True
# expect: True True
# expect: True True
try:
    deflate.DeflateIO(io.BytesIO(b"\x78\x9c broken"), deflate.ZLIB).read()
except (OSError, EOFError) as e:
    print("refused")
# expect: refused
