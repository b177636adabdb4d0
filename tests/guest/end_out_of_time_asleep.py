# Sleeping is cut short by the time limit, and costs no processor time.
# limit: time=100ms
# outcome: out_of_time
# spent: time>=0.1 time<=1 cpu<=0.09
import time

print("to bed")  # expect: to bed
time.sleep(1000)
