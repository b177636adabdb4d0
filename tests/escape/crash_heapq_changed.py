# A comparison that changes the heap.
# outcome: any
import heapq


class C:
    def __lt__(self, other):
        h.clear()
        h.append(5)
        return True


h = [C() for _ in range(50)]
for act in (lambda: heapq.heapify(h), lambda: heapq.heappop(h), lambda: heapq.heappush(h, C())):
    h.clear()
    h.extend([C() for _ in range(50)])
    try:
        act()
    except Exception:
        pass
