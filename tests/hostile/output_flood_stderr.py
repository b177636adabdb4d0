# limit: time=300ms
# outcome: out_of_time
# stdout: any
import sys

while True:
    sys.stderr.write("flood" * 20)
