# outcome: any
# limit: time=500ms
bases = tuple(type("B%d" % i, (), {}) for i in range(5000))
C = type("C", bases, {})
for i in range(10000):
    hasattr(C(), "missing")
