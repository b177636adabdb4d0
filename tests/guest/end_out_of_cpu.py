# limit: cpu=100ms
# outcome: out_of_cpu
# spent: cpu>=0.1 cpu<=1
n = 0
while True:
    n += 1
