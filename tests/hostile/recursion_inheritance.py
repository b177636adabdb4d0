# A chain of classes, each deriving from the last.
# outcome: any
# limit: time=500ms
C = object
for i in range(20000):
    C = type("C", (C,), {})
C().missing
