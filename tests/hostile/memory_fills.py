# limit: time=300ms
# outcome: out_of_time
while True:
    bytes(20000000)
