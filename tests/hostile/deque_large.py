# outcome: out_of_memory
# error: MemoryError
# limit: memory=8M
from collections import deque

d = deque((), 10**9)
while True:
    d.append(None)
