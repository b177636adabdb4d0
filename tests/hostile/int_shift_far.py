# outcome: out_of_memory
# error: MemoryError
1 << 10**9
