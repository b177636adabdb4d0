# limit: memory=16M
# outcome: out_of_memory
# error: MemoryError
"".join(map(str, range(10**9)))
