# A value of as many items as its limit takes, from one run that is about to end.
# limit: time=300ms
# outcome: any
import time
x = [0] * 1000000
t = time.monotonic()
while time.monotonic() - t < 0.02:
    pass
x
