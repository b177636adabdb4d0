"""heapq: the functions of heaps with the largest first, that programs use though they are private."""
import heapq
import random

random.seed(5)
for n in (0, 1, 2, 7, 30):
    heap = [random.randrange(20) for _ in range(n)]
    heapq._heapify_max(heap)
    print(heap)
    if heap:
        print(heapq._heapreplace_max(heap, 9), heap)
    while heap:
        print(heapq._heappop_max(heap), heap if len(heap) < 9 else len(heap))
heap = [9, 5, 7, 1]
heap.append(8)
heapq._siftdown_max(heap, 0, len(heap) - 1)
print(heap)
try:
    heapq._heappop_max([])
except IndexError as e:
    print(e)
