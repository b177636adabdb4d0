# A literal of a million digits is refused, before the work.
# limit: time=300ms
# outcome: raised
eval("9" * 1000000)
