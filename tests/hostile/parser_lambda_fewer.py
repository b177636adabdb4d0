# outcome: done | raised
# limit: time=10s
eval("lambda: " * 4000 + "1")
