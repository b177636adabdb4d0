# outcome: any
# stdout: any
from collections import deque

d = deque((), 100)
d.extend(range(50))
for x in d:
    d.popleft()
    d.append([x])
