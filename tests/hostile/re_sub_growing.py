# outcome: out_of_memory | out_of_time
# limit: time=500ms
import re

s = "a"
while True:
    s = re.sub("a", "aa" * 20, s)
