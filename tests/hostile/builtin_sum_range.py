# One built-in, a million million steps; a range may also refuse so large a bound.
# limit: time=300ms
# outcome: out_of_time | raised
sum(range(10**12))
