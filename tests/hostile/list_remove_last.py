# Every removal compares everything.
# limit: time=300ms
# outcome: out_of_time
l = [0] * 1000000
while True:
    l.append(1)
    l.remove(1)
