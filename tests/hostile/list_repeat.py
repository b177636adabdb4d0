# outcome: out_of_memory
# error: MemoryError
[0] * 10**9
