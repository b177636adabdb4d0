# outcome: any
# limit: time=500ms
eval("[" * 500 + "x" + " for x in y]" * 500)
