# outcome: any
import gc
import io

a = bytearray(b"x" * 16)
b = io.BytesIO(a)
a.extend(bytes(5000))
gc.collect()
junk = [[i] for i in range(500)]
b.write(b"y" * 16)
b.getvalue()
