# Loops within loops, each of them short.
# limit: time=300ms
# outcome: out_of_time
for a in range(1000):
    for b in range(1000):
        for c in range(1000):
            pass
