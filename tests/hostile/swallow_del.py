# Finalisers that never end: none is run.
# limit: time=2s
import gc


class D:
    def __del__(self):
        while True:
            pass


for i in range(1000):
    D()
gc.collect()
print("collected")  # expect: collected
