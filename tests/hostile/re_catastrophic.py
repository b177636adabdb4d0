# limit: time=300ms
# outcome: out_of_time | raised
import re

re.match("(a+)+b", "a" * 100)
