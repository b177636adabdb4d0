# outcome: any
# limit: time=500ms
eval("1**" * 100000 + "1")
