# One built-in, a thousand million steps.
# limit: time=300ms
# outcome: out_of_time
sum(range(10**9))
