# limit: time=300ms
# outcome: out_of_time | out_of_memory
import re

re.findall("()" * 20000, "a" * 100000)
