# outcome: out_of_memory
# error: MemoryError
def f():
    d = {}
    i = 0
    while True:
        d[i] = i
        i += 1


f()
