# limit: time=500ms
# outcome: raised | done | out_of_time
exec("a" * 1000000 + " = 1")
