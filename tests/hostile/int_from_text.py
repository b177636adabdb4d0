# A million digits to read.
# limit: time=300ms
# outcome: out_of_time
int("7" * 1000000)
