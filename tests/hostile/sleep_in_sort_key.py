# limit: time=300ms
# outcome: out_of_time
import time

sorted(range(10**5), key=lambda x: time.sleep(0.01) or x)
