# Built-ins that call built-ins, with no Python between.
# limit: time=2s
# outcome: any
f = int
for _ in range(50000):
    f = f.__call__ if hasattr(f, "__call__") else f


class C:
    pass


C.__call__ = C()
C()()
