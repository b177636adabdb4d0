# outcome: out_of_memory
# error: MemoryError
"x" * 10**9
