# Streams of noise, in each format and window.
import deflate
import io

state, ends = 12345, 0
for round in range(60):
    noise = bytearray(200)
    for i in range(len(noise)):
        state = (state * 1103515245 + 12345) & 0x3FFFFFFF
        noise[i] = state >> 16 & 255
    for fmt in (deflate.RAW, deflate.ZLIB, deflate.GZIP, deflate.AUTO):
        for wbits in (0, 5, 15):
            try:
                deflate.DeflateIO(io.BytesIO(noise), fmt, wbits).read(5000)
            except Exception:
                pass
            ends += 1
print(ends)  # expect: 720
