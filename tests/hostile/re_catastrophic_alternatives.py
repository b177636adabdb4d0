# limit: time=300ms
# outcome: out_of_time
import re

re.match("(a|aa|aaa)*b", "a" * 60)
