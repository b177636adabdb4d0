# outcome: out_of_memory | out_of_time | raised
# limit: time=500ms
f"{1:>1000000000}"
