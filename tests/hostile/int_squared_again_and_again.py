# x = x * x, forty times.
# limit: time=300ms
# outcome: out_of_time | out_of_memory
x = 3
for _ in range(40):
    x = x * x
