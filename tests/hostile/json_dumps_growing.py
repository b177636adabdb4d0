# A structure that is small, but not when written out.
# outcome: out_of_memory | out_of_time
# limit: time=500ms
import json

l = ["text"]
for _ in range(40):
    l = [l, l]
json.dumps(l)
