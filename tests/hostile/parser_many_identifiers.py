# Every new name is interned for ever.
# outcome: out_of_memory | out_of_time
# limit: time=500ms
i = 0
while True:
    exec("name%d = None; del name%d" % (i, i))
    i += 1
