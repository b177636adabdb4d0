"""sched: calls at given times."""

import time
from collections import namedtuple
from heapq import heapify, heappop, heappush

_sequence = 0


class Event(namedtuple("Event", "time, priority, sequence, action, argument, kwargs")):
    pass


class scheduler:
    def __init__(self, timefunc=None, delayfunc=None):
        self._queue = []
        self.timefunc = timefunc or time.monotonic
        self.delayfunc = delayfunc or time.sleep

    def enterabs(self, time, priority, action, argument=(), kwargs={}):
        global _sequence
        _sequence += 1
        event = Event(time, priority, _sequence, action, argument, kwargs)
        heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs={}):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        self._queue.remove(event)
        heapify(self._queue)

    def empty(self):
        return not self._queue

    def run(self, blocking=True):
        while self._queue:
            event = self._queue[0]
            now = self.timefunc()
            if event.time > now:
                if not blocking:
                    return event.time - now
                self.delayfunc(event.time - now)
            else:
                heappop(self._queue)
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)

    @property
    def queue(self):
        return sorted(self._queue)
