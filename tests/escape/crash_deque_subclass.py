# Methods of a native type on an instance that is no such thing inside.
# outcome: any
from collections import deque


class D(deque):
    def __init__(self, values, n):
        super().__init__(values, n)

    def append(self, value):
        super().append(value)


d = D([1, 2], 3)
d.append(3)
list(d)
