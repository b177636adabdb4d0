# any() over map() over range().
# limit: time=300ms
# outcome: out_of_time
any(map(lambda x: 0, range(10**9)))
