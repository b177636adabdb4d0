# One literal of a hundred thousand parts.
# outcome: any
# limit: time=500ms
eval("'a' " * 100000)
