# Groups that are not there.
# outcome: raised
import re

m = re.match("(a)(b)?", "a")
m.group(99)
