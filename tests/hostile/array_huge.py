# limit: time=500ms
# outcome: out_of_memory | out_of_time
from array import array

array("d", (0 for _ in range(10**9)))
