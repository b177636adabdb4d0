# Quadratic: each start looks at all the rest.
# limit: time=300ms
# outcome: out_of_time | raised
import re

re.search("a*?b", "a" * 200000)
