# Dictionary keys that are long integers, compared again and again.
# limit: time=300ms
# outcome: out_of_time
d = {}
big = 1 << 200000
while True:
    d[big] = 1
    big ^= 1
