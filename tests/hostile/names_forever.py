# Attribute names made at run time.
# limit: time=500ms
# outcome: out_of_time | out_of_memory
class C:
    pass


c = C()
i = 0
while True:
    setattr(c, "name%d" % i, i)
    delattr(c, "name%d" % i)
    i += 1
