# outcome: done | raised
# limit: time=10s
eval("[" * 4000 + "]" * 4000)
