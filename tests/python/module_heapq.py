# heapq in full.
import heapq
from heapq import *

data = [(i * 7919) % 101 for i in range(60)]
heap = list(data)
heapify(heap)
print([heappop(heap) for _ in range(len(heap))] == sorted(data))
heap = []
for n in [5, 1, 8, 3]:
    heappush(heap, n)
print(heap, heap[0], heappushpop(heap, 0), heappushpop(heap, 4), heapreplace(heap, 0), heap)
print(heappushpop([], 3), nsmallest(3, data), nlargest(3, data), nlargest(2, ["a", "ccc", "bb"], key=len), nsmallest(0, data))
print(nlargest(10, [1, 2]), nsmallest(2, [("b", 1), ("a", 1)], key=lambda r: r[1]))
print(list(merge([1, 4, 7], [2, 5], [], [3, 6, 8])), list(merge([3, 1], [4, 2], reverse=True)))
print(list(merge(["a", "ccc"], ["bb", "dddd"], key=len)), list(merge()), list(merge("ace", "bd")))
for bad in (lambda: heappop([]), lambda: heapreplace([], 1)):
    try:
        bad()
    except IndexError as e:
        print(e)
tasks = []
for rank, name in [(3, "c"), (1, "a"), (2, "b"), (1, "z")]:
    heapq.heappush(tasks, (rank, name))
while tasks:
    print(*heapq.heappop(tasks), end="; ")
print()
