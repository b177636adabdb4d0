# outcome: out_of_memory
# error: MemoryError
("a" * 1000000).replace("a", "b" * 10000)
