# Ten million pieces out of one string.
# outcome: out_of_memory
# error: MemoryError
("," * 10000000).split(",")
