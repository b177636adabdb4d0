"""heapq: the heap itself is C; merging and the largest are here."""

from _heapq import heapify, heappop, heappush, heappushpop, heapreplace


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[: max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]


def merge(*iterables, key=None, reverse=False):
    # Each heap holds [key, rank, value, next]: the rank keeps equal ones in order.
    heap = []
    for rank, iterable in enumerate(iterables):
        take = iter(iterable).__next__
        try:
            value = take()
        except StopIteration:
            continue
        heap.append(_Head(value if key is None else key(value), rank, value, take, reverse))
    heapify(heap)
    while heap:
        head = heap[0]
        yield head.value
        try:
            head.value = head.take()
        except StopIteration:
            heappop(heap)
            continue
        head.key = head.value if key is None else key(head.value)
        heapreplace(heap, head)


class _Head:
    def __init__(self, key, rank, value, take, reverse):
        self.key = key
        self.rank = rank
        self.value = value
        self.take = take
        self.reverse = reverse

    def __lt__(self, other):
        a, b = (other.key, self.key) if self.reverse else (self.key, other.key)
        if a < b:
            return True
        if b < a:
            return False
        return self.rank < other.rank
