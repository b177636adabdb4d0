# outcome: out_of_memory
# error: MemoryError
def f():
    hold = []
    while True:
        hold.append([hold])


f()
