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


# The heaps with the largest first, which are not public and used all the same.
def _rise_max(heap, top, at):
    item = heap[at]
    while at > top and heap[(at - 1) >> 1] < item:
        heap[at] = heap[(at - 1) >> 1]
        at = (at - 1) >> 1
    heap[at] = item


def _sink_max(heap, top):
    at, item = top, heap[top]
    while 2 * at + 1 < len(heap):
        child = 2 * at + 1
        if child + 1 < len(heap) and not heap[child + 1] < heap[child]:
            child += 1
        heap[at] = heap[child]
        at = child
    heap[at] = item
    _rise_max(heap, top, at)


def _heapify_max(x):
    for at in range(len(x) // 2 - 1, -1, -1):
        _sink_max(x, at)


def _heapreplace_max(heap, item):
    first, heap[0] = heap[0], item
    _sink_max(heap, 0)
    return first


def _heappop_max(heap):
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    return _heapreplace_max(heap, last) if heap else last


_siftdown_max, _siftup_max = _rise_max, _sink_max
