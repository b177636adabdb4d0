# outcome: out_of_memory
# error: MemoryError
sorted(range(10**9))
