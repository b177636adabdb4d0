# Every round leaves a choice open.
# limit: memory=8M
# outcome: out_of_memory
import re

re.match("(?:ab?|c)*$", "ac" * 200000 + "!")
