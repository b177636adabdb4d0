# Fresh buffers hold zeros, not what was there before.
secret = bytearray(b"S3CRET" * 1000)
secret = None
import gc

gc.collect()
clean = True
for n in (16, 100, 1000, 6000, 50000):
    for make in (bytearray, bytes):
        if any(make(n)):
            clean = False
print(clean)  # expect: True
