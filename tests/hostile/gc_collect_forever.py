# A large heap, marked again and again.
# limit: time=300ms
# outcome: out_of_time
import gc

hold = [[i] for i in range(300000)]
while True:
    gc.collect()
