# What was spent is reported on a good ending as well.
# spent: steps>=1000 memory>=65536 output==9 host_calls==0 cpu<=5 time<=5
total = 0
for i in range(10000):
    total += i
print(total)  # expect: 49995000
