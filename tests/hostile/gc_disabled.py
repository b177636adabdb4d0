# Collection turned off by the guest.
# outcome: out_of_memory
# error: MemoryError
import gc

gc.disable()
while True:
    bytes(1000)
