# limit: time=300ms
# outcome: out_of_time
import re

re.match("a?" * 40 + "a" * 40, "a" * 40)
