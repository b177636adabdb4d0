"""queue. A thread runs to its end when it is started, so nobody else can fill or
empty a queue while somebody waits: that is an error, and not a wait for ever."""

from collections import deque
from heapq import heappop, heappush
from threading import _wait_for_ever


class Empty(Exception):
    pass


class Full(Exception):
    pass


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.unfinished_tasks = 0
        self._init(maxsize)

    def _init(self, maxsize):
        self.queue = deque()

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def _qsize(self):
        return len(self.queue)

    def qsize(self):
        return self._qsize()

    def empty(self):
        return not self._qsize()

    def full(self):
        return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        if self.full():
            _wait(block, timeout, Full, "put into a full queue")
        self.unfinished_tasks += 1
        self._put(item)

    def get(self, block=True, timeout=None):
        if not self._qsize():
            _wait(block, timeout, Empty, "get from an empty queue")
        return self._get()

    def put_nowait(self, item):
        self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1

    def join(self):
        if self.unfinished_tasks:
            _wait_for_ever("join a queue with unfinished tasks")


def _wait(block, timeout, error, what):
    if block and timeout is None:
        _wait_for_ever(what)
    if block:
        if timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        import time

        time.sleep(timeout)
    raise error


class LifoQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class SimpleQueue(Queue):
    def __init__(self):
        Queue.__init__(self)
