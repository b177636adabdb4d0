# outcome: out_of_memory
# error: MemoryError
tuple(range(10**9))
