# outcome: any
# limit: time=500ms
eval("not " * 100000 + "1")
