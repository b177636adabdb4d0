# limit: time=300ms
# outcome: out_of_time
import re

re.match("((a{0,1000}){0,1000}){0,1000}b", "a" * 5000)
