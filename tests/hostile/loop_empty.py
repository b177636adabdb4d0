# The plainest of all.
# limit: time=300ms
# outcome: out_of_time
while True:
    pass
