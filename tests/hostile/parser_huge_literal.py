# limit: time=300ms
# outcome: out_of_time
eval("9" * 1000000)
