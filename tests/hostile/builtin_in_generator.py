# `in` over what as good as never ends.
# limit: time=300ms
# outcome: out_of_time
-1 in filter(None, range(10**9))
