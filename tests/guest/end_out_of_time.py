# limit: time=100ms
# outcome: out_of_time
# spent: time>=0.1 time<=1
n = 0
while True:
    n += 1
