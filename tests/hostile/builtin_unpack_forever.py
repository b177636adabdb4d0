# outcome: out_of_memory
# error: MemoryError
a, *b = range(10**9)
