# outcome: any
# limit: time=500ms
"%.1000000000f" % 1.5
