# Every insertion moves everything.
# limit: time=300ms
# outcome: out_of_time
l = [0] * 1000000
while True:
    l.insert(0, 1)
