# limit: time=300ms
# outcome: out_of_time
import time

while True:
    time.sleep_us(10)
