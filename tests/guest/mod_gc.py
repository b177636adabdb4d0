# gc: collecting, counting, turning off and on.
import gc
def grow_and_drop():
    gc.collect()
    before = gc.mem_alloc()
    keep = [bytes(100) for _ in range(1000)]
    return gc.mem_alloc() - before
print(grow_and_drop() > 100000, gc.mem_free() > 0)  # expect: True True
# What looks like a pointer on the stack keeps what it points to: not each time.
freed = 0
for _ in range(4):
    grow_and_drop()
    freed = max(freed, gc.collect())
print(freed > 500, gc.isenabled())  # expect: True True
gc.disable()
print(gc.isenabled())  # expect: False
gc.enable()
print(gc.isenabled())  # expect: True
