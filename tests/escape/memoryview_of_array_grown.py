# The same with an array and a stream that reads into it.
# outcome: any
# stdout: any
import gc
import io
from array import array

a = array("I", [0] * 4)
m = memoryview(a)
a.extend(array("I", [1] * 4096))
gc.collect()
junk = [[i] for i in range(1000)]
io.BytesIO(bytes(range(16))).readinto(m)
gc.collect()
print(junk[5])
