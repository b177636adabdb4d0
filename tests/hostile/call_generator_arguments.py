# outcome: out_of_memory
# error: MemoryError
def f(*a):
    pass


f(*range(10**9))
