# limit: time=300ms
# outcome: out_of_time
import random

while True:
    random.getrandbits(32)
