# Large copies, one bytecode each.
# limit: time=300ms
# outcome: out_of_time
b = bytes(20000000)
while True:
    c = b[1:]
    c = None
