# limit: time=300ms
# outcome: out_of_time
3 ** (10**7)
