"""heapq: the heap itself is C; heaps turned over, merging and the largest are here."""

from uheapq import heapify, heappop, heappush


def heappushpop(heap, item):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sift(heap)
    return item


def heapreplace(heap, item):
    if not heap:
        raise IndexError("index out of range")
    result = heap[0]
    heap[0] = item
    _sift(heap)
    return result


def _sift(heap):
    # The first item goes down to where it belongs.
    end = len(heap)
    item = heap[0]
    at = 0
    child = 1
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        if item < heap[child]:
            break
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item


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
        _sift(heap)


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
