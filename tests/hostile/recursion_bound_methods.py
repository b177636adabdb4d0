# A method bound to a method bound to a method.
# outcome: any
class K:
    pass


f = len
for _ in range(100000):
    k = K()
    k.f = f
    f = k.f
f([])
