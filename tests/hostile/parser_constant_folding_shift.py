# limit: time=300ms
# outcome: out_of_time | out_of_memory | raised
exec("x = (1 << 100000000) * (1 << 100000000)")
