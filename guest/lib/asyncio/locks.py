"""asyncio: what tasks wait in line for, besides the core's locks and events."""

from .core import CancelledError
from .event import Event
from .lock import Lock


class BrokenBarrierError(RuntimeError):
    pass


async def _stand(line):
    event = Event()
    line.append(event)
    try:
        await event.wait()
    except CancelledError:
        if event in line:
            line.remove(event)
        else:
            _call(line)
        raise


def _call(line):
    if line:
        line.pop(0).set()


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value, self._line = value, []

    def locked(self):
        return self._value == 0

    async def acquire(self):
        while self._value <= 0:
            await _stand(self._line)
        self._value -= 1
        return True

    def release(self):
        self._value += 1
        _call(self._line)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *about):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._most = value

    def release(self):
        if self._value >= self._most:
            raise ValueError("BoundedSemaphore released too many times")
        Semaphore.release(self)


class Condition:
    def __init__(self, lock=None):
        self._lock = lock or Lock()
        self._line = []
        self.locked, self.acquire, self.release = self._lock.locked, self._lock.acquire, self._lock.release

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *about):
        self.release()

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            await _stand(self._line)
            return True
        finally:
            await self.acquire()

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        for _ in range(min(n, len(self._line))):
            _call(self._line)

    def notify_all(self):
        self.notify(len(self._line))


class Barrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self.parties, self.n_waiting, self.broken, self._line = parties, 0, False, []

    async def wait(self):
        if self.broken:
            raise BrokenBarrierError("Barrier aborted")
        place = self.n_waiting
        self.n_waiting += 1
        if self.n_waiting == self.parties:
            self.n_waiting = 0
            while self._line:
                _call(self._line)
        else:
            await _stand(self._line)
            if self.broken:
                raise BrokenBarrierError("Barrier aborted")
        return place

    async def abort(self):
        self.broken = True
        while self._line:
            _call(self._line)

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *about):
        pass
