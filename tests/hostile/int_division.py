# A long division in one bytecode.
# limit: time=300ms
# outcome: out_of_time
(1 << 4000000) // ((1 << 2000000) + 1)
