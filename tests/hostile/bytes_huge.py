# outcome: out_of_memory
# error: MemoryError
bytes(10**9)
