# heapq.
import heapq
h = []
for v in (5, 1, 8, 3, 9, 2):
    heapq.heappush(h, v)
print(h[0], [heapq.heappop(h) for _ in range(len(h))])  # expect: 1 [1, 2, 3, 5, 8, 9]
l = [(i * 7919) % 101 for i in range(101)]
heapq.heapify(l)
print([heapq.heappop(l) for _ in range(101)] == list(range(101)))  # expect: True
tasks = [(2, "b"), (1, "z"), (2, "a")]
heapq.heapify(tasks)
print(heapq.heappop(tasks), heapq.heappop(tasks), len(tasks))  # expect: (1, 'z') (2, 'a') 1
try:
    heapq.heappop([])
except IndexError:
    print("IndexError")
# expect: IndexError
