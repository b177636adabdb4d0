# list() takes until there is nothing left.
# outcome: out_of_memory
# error: MemoryError
list(range(10**9))
