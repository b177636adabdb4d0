# A set that never grows, of items that never end.
# limit: time=300ms
# outcome: out_of_time
s = set()
s.update(x // 10**9 for x in range(10**9))
