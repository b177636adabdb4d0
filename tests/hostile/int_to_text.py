# The text of a huge int takes time with the square of its length.
# limit: time=300ms
# outcome: out_of_time
import sys

sys.set_int_max_str_digits(0)
str(1 << 6000000)
