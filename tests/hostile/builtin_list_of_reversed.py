# outcome: out_of_memory
# error: MemoryError
list(zip(range(10**9), range(10**9)))
