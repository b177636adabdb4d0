# Out of memory, caught, and again.
# limit: time=500ms memory=8M
# outcome: out_of_time
while True:
    try:
        hold = []
        while True:
            hold.append(bytes(1000))
    except MemoryError:
        pass
