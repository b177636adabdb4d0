# limit: time=300ms
# outcome: out_of_time
dict(map(lambda x: (1, 2), range(10**9)))
