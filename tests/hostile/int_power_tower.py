# 10**10**8: one operator.
# limit: time=300ms
# outcome: out_of_time | out_of_memory
10**10**8
