# outcome: out_of_memory
# error: MemoryError
s = "ab"
while True:
    s += s
