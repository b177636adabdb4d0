# time: clocks that only go forward, conversions, sleeping.
import time
a = time.ticks_us()
t = time.ticks_ms()
time.sleep_ms(20)
print(15 <= time.ticks_diff(time.ticks_ms(), t) < 2000)  # expect: True
time.sleep(0.005)
time.sleep_us(100)
print(time.ticks_diff(time.ticks_us(), a) > 20000, time.ticks_add(5, 10), time.ticks_diff(10, 4))
# expect: True 15 6
print(time.gmtime(0)[:6], time.gmtime(1700000000)[:6], 
      time.mktime((2023, 11, 14, 22, 13, 20, 0, 0)))
# expect: (1970, 1, 1, 0, 0, 0) (2023, 11, 14, 22, 13, 20) 1700000000.0
print(time.time() > 1600000000, time.time_ns() > 1600000000 * 10**9)  # expect: True True
