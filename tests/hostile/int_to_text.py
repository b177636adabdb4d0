# The text of a huge int takes time with the square of its length.
# limit: time=300ms
# outcome: out_of_time
str(1 << 3000000)
