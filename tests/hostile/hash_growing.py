# limit: time=300ms
# outcome: out_of_time
t = (1, 2)
for _ in range(40):
    t = (t, t)
hash(t)
