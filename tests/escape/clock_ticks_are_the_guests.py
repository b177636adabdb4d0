# option: --deterministic
# The guest's own clock follows the steps, so it tells nothing of the host.
import time

a = time.ticks_us()
for i in range(1000):
    pass
b = time.ticks_us()
print(0 <= time.ticks_diff(b, a) < 10**6)  # expect: True
