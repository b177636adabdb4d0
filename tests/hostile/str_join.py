# outcome: out_of_memory
# error: MemoryError
("x" * 1000000).join(["y"] * 100000)
