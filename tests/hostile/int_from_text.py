# A million digits to read, where the limit of digits is lifted.
# limit: time=300ms
# outcome: out_of_time
import sys

sys.set_int_max_str_digits(0)
int("7" * 1000000)
