# limit: time=300ms
# outcome: out_of_time
import hashlib

h = hashlib.sha256()
block = bytes(1000000)
while True:
    h.update(block)
