# A loop that feeds itself.
# outcome: out_of_memory
# error: MemoryError
l = [1]
for x in l:
    l.append(x)
