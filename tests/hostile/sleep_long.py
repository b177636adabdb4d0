# limit: time=300ms
# outcome: out_of_time
import time

time.sleep(10**6)
