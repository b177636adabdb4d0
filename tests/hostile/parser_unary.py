# outcome: any
# limit: time=500ms
eval("-" * 100000 + "1")
