# outcome: out_of_memory
# error: MemoryError
bytearray(2**31 - 1)
