# A built-in that waits for the end of a generator that has none.
# limit: time=300ms
# outcome: out_of_time
def forever():
    while True:
        yield 1


max(forever())
