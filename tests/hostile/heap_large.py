# A heap in a list, sifted again and again.
# limit: time=300ms
# outcome: out_of_time
import heapq

h = [i for i in range(500000)]
while True:
    heapq.heapify(h)
    h.append(0)
    h[0], h[-1] = h[-1], h[0]
