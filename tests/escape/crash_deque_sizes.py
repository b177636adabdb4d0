# outcome: any
from collections import deque

for n in (0, -1, 1 << 31, (1 << 32) - 1, (1 << 30) - 1):
    try:
        d = deque((), n)
        for i in range(10):
            d.append(i)
    except (ValueError, OverflowError, MemoryError):
        pass
