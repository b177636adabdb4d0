# heapq: comparisons that have effects, that raise, or that return no bool; subclasses.
import heapq


class Truthy:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return "yes" if self.n < other.n else ""


heap = [Truthy(n) for n in (5, 3, 8, 1, 9, 2)]
heapq.heapify(heap)
print([heapq.heappop(heap).n for _ in range(6)])


class Clearing:
    def __init__(self, n, heap):
        self.n = n
        self.heap = heap

    def __lt__(self, other):
        self.heap[:] = []
        return self.n < other.n


def filled():
    heap = []
    heap.extend([Clearing(n, heap) for n in range(200)])
    return heap


for name in ("heapify", "heappop"):
    try:
        getattr(heapq, name)(filled())
    except (RuntimeError, IndexError) as error:
        print(name, type(error).__name__)
for name in ("heappush", "heapreplace", "heappushpop"):
    heap = filled()
    try:
        getattr(heapq, name)(heap, Clearing(5, heap))
    except (RuntimeError, IndexError) as error:
        print(name, type(error).__name__)


class Raising:
    def __lt__(self, other):
        raise ZeroDivisionError


heap = [Raising() for _ in range(10)]
try:
    heapq.heapify(heap)
except ZeroDivisionError:
    print(len(heap), len(set(map(id, heap))))


class MyList(list):
    pass


heap = MyList([3, 1, 2])
heapq.heapify(heap)
print(heap, heapq.heapreplace(heap, 9), heapq.heappushpop(heap, 0), heapq.heappushpop(heap, 5), heap, heapq.heappushpop([], 4))
for wrong in (lambda: heapq.heapify((1, 2)), lambda: heapq.heappop(5), lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1)):
    try:
        wrong()
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
