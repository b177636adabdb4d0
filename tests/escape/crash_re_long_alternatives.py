# A pattern whose jumps do not fit into a byte.
# outcome: any
import re

re.match("|".join("%d" % i + "x" * 20 for i in range(40)), "39" + "x" * 20)
re.match("(" * 30 + "a" * 200 + ")*" * 30, "a" * 500)
