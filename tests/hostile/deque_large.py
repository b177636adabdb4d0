# outcome: out_of_memory
# error: MemoryError
from collections import deque

deque((), 10**9)
