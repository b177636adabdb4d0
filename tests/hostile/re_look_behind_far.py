# limit: time=300ms
# outcome: out_of_time
import re

re.search("(?<=(?:.{50000}))z", "é" * 200000)
