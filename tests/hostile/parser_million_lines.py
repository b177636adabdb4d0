# outcome: out_of_memory | out_of_time
# limit: time=500ms
exec("x = 1\n" * 1000000)
