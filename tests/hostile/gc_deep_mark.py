# A structure that is as deep as memory allows, then marked.
# outcome: out_of_memory
# error: MemoryError
def f():
    l = None
    while True:
        l = [l]


f()
