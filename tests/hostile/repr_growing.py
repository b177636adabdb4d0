# outcome: out_of_memory | out_of_time
# limit: time=500ms
l = ["text"]
for _ in range(40):
    l = [l, l]
len(repr(l))
