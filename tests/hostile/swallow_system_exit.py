# limit: time=300ms
# outcome: out_of_time
import sys

while True:
    try:
        sys.exit(0)
    except SystemExit:
        pass
