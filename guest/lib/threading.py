"""threading, with one thing at a time: start() runs a thread to its end.

One that asks for what is not there yet, an event, or something out of an empty queue, runs
later: when the one that started it waits, or at the end of the run. What would wait for ever
raises RuntimeError.
"""

import _os
from time import monotonic

_later = []  # threads that were started, and have not run yet
_ASKED = ("get", "get_nowait", "empty", "wait", "wait_for", "is_set", "isSet")


def _wait_for_ever(what):
    raise RuntimeError("cannot %s: it would wait for ever, for a thread runs to its end once it runs here; "
                       "start what has to come first before, or use asyncio" % what)


# Waits until done() is true, while other threads run; False: the time is over.
def _wait(timeout, what, done):
    end = None if timeout is None or timeout < 0 else monotonic() + timeout
    while not done():
        thread = _next(end)
        if thread is not None:
            thread._go()
        elif end is None:
            _wait_for_ever(what)
        else:
            _asleep(end - monotonic())
            return done()
    return True


def _asleep(seconds):
    from time import _sleep

    _sleep(max(seconds, 0))


# The thread that runs next: a timer whose time has come, one that need not wait, any other; then
# the timer whose time comes first, before the end.
def _next(end):
    timers = [t for t in _later if t._due is not None]
    first = min(timers, key=lambda t: t._due) if timers else None
    if first is None or first._due > monotonic():
        others = [t for t in _later if t._due is None]
        if others:
            first = next((t for t in others if not _might_wait(t)), others[0])
        elif first is not None and end is not None and first._due > end:
            return None
    if first is not None:
        _later.remove(first)
        if first._due is not None:
            _asleep(first._due - monotonic())
    return first


# While somebody sleeps the timers run whose time comes, and daemons that have what they ask for.
def _sleeping(seconds):
    end = monotonic() + seconds
    for thread in [t for t in _later if t.daemon and t._due is None and not _might_wait(t)]:
        if thread in _later:
            _later.remove(thread)
            thread._go()
    while [t for t in _later if t._due is not None and t._due <= end]:
        first = min([t for t in _later if t._due is not None], key=lambda t: t._due)
        _later.remove(first)
        _asleep(first._due - monotonic())
        first._go()
    return max(end - monotonic(), 0)


# What is left at the end of the run.
def _finish():
    while _later:
        for thread in [t for t in _later if t.daemon and (t._due is not None or _might_wait(t))]:
            _later.remove(thread)
            _alive.remove(thread)
        thread = _next(None)
        if thread:
            thread._go()


def _unready(value):
    return hasattr(type(value), "_ready") and not value._ready()


# Whether a thread asks for something that is not there yet.
def _might_wait(thread):
    function = thread._target if type(thread).run is Thread.run else thread.run
    owner = getattr(function, "__self__", None)
    function = getattr(function, "__func__", function)
    if not any([_os.calls(function, name) for name in _ASKED]):
        return False
    cells = [cell.cell_contents for cell in getattr(function, "__closure__", None) or ()]
    seen = list(thread._args) + list(thread._kwargs.values()) + cells + list(getattr(function, "__globals__", {}).values())
    for value in seen + [owner]:
        if _unready(value):
            return True
        inner = value if isinstance(value, (list, tuple)) else getattr(value, "__dict__", None)
        if type(inner) is dict and not isinstance(value, (type, type(_os))):
            inner = list(inner.values())
        if isinstance(inner, (list, tuple)) and any([_unready(one) for one in inner]):
            return True
    return False


TIMEOUT_MAX = 4294967.0
_count = 0


class Thread:
    _due = None

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        global _count
        if name is None:
            _count += 1
            name = "Thread-%d" % _count
            if target is not None and hasattr(target, "__name__"):
                name += " (%s)" % target.__name__
        self._target = target
        self._args = args
        self._kwargs = kwargs or {}
        self.name = name
        self.daemon = bool(daemon)
        self.ident = None
        self._started = self._running = False

    def start(self):
        if self._started:
            raise RuntimeError("threads can only be started once")
        self._started = self._running = True
        self.ident = self.native_id = id(self)
        _alive.append(self)
        if self._due is None and not _might_wait(self):
            self._go()
            return
        if not _time._sleepers:
            _time._sleepers.append(_sleeping)
        if not _later:
            import _filesystem

            _os.at_end(_filesystem.finish)
            _filesystem.exits.append((_finish, (), {}))
        _later.append(self)

    def _go(self):
        global _current
        before, _current = _current, self
        try:
            self.run()
        except SystemExit:
            pass
        except Exception as error:
            excepthook(ExceptHookArgs(type(error), error, getattr(error, "__traceback__", None), self))
        finally:
            _current = before
            _alive.remove(self)
            self._running = False

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        if not self._started:
            raise RuntimeError("cannot join thread before it is started")
        if self is _current:
            raise RuntimeError("cannot join current thread")
        _wait(timeout, "join a thread that waits for this one", lambda: not self._running)

    def is_alive(self):
        return self._running

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def __repr__(self):
        state = "started" if self._running else "stopped" if self._started else "initial"
        return "<%s(%s, %s%s)>" % (type(self).__name__, self.name, state, " %s" % self.ident if self.ident else "")


class ExceptHookArgs:
    def __init__(self, exc_type, exc_value, exc_traceback, thread):
        self.exc_type = exc_type
        self.exc_value = exc_value
        self.exc_traceback = exc_traceback
        self.thread = thread


def excepthook(args):
    import sys

    print("Exception in thread %s:" % args.thread.name, file=sys.stderr)
    sys.print_exception(args.exc_value, sys.stderr)


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def start(self):
        if type(self).run is Timer.run:
            self._due = monotonic() + self.interval
        Thread.start(self)

    def cancel(self):
        self.finished.set()
        if self._due is not None and self in _later:
            _later.remove(self)
            _alive.remove(self)
            self._running = False

    def run(self):
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class Lock:
    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if self._held:
            if not blocking or not _wait(timeout, "acquire a lock that is held", lambda: not self._held):
                return False
        self._held = True
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    def locked(self):
        return self._held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()


class RLock:
    def __init__(self):
        self._owner = None
        self._depth = 0

    def acquire(self, blocking=True, timeout=-1):
        if self._depth and self._owner is not _current:
            if not blocking or not _wait(timeout, "acquire a lock that is held", lambda: not self._depth):
                return False
        self._owner = _current
        self._depth += 1
        return True

    def release(self):
        if not self._depth or self._owner is not _current:
            raise RuntimeError("cannot release un-acquired lock")
        self._depth -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()


class Condition:
    def __init__(self, lock=None):
        self._lock = lock or RLock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._told = 0

    def _ready(self):
        return False

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        self._lock.__exit__(*exc)

    def wait(self, timeout=None):
        told = self._told
        return self._wait(timeout, lambda: self._told != told)

    # Others may have the lock meanwhile.
    def _wait(self, timeout, done):
        self.release()
        try:
            return _wait(timeout, "wait for a condition", done)
        finally:
            self.acquire()

    def wait_for(self, predicate, timeout=None):
        return predicate() or self._wait(timeout, predicate) or predicate()

    def notify(self, n=1):
        self._told += 1

    def notify_all(self):
        self.notify()

    notifyAll = notify_all


class Event:
    def __init__(self):
        self._set = False

    def is_set(self):
        return self._set

    isSet = _ready = is_set

    def set(self):
        self._set = True

    def clear(self):
        self._set = False

    def wait(self, timeout=None):
        return _wait(timeout, "wait for an event", self.is_set)


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if self._value == 0:
            if not blocking or not _wait(timeout, "acquire a semaphore at 0", lambda: self._value > 0):
                return False
        self._value -= 1
        return True

    def release(self, n=1):
        self._value += n

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def release(self, n=1):
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        self._value += n


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        self.parties = parties
        self.n_waiting = 0
        self.broken = False
        self._action = action

    def wait(self, timeout=None):
        if self.parties > 1:
            _wait_for_ever("wait at a barrier")
        if self._action:
            self._action()
        return 0


class local:
    """Attributes that each thread has for itself."""

    def __new__(cls, *args, **kw):
        self = object.__new__(cls)
        object.__setattr__(self, "_own", {})
        return self

    def __getattribute__(self, name):
        own = object.__getattribute__(self, "_own").get(id(_current), ())
        return own[name] if name in own else object.__getattribute__(self, name)

    def __getattr__(self, name):
        raise AttributeError("'_thread._local' object has no attribute '%s'" % name)

    def __setattr__(self, name, value):
        self._own.setdefault(id(_current), {})[name] = value

    def __delattr__(self, name):
        if name not in self._own.get(id(_current), ()):
            self.__getattr__(name)
        del self._own[id(_current)][name]


def current_thread():
    return _current


def main_thread():
    return _main


def active_count():
    return len(_alive)


def enumerate():
    return list(_alive)


def get_ident():
    return _current.ident


def stack_size(size=0):
    global _stack_size
    if size < 0 or 0 < size < 32768:
        raise ValueError("size must be 0 or a positive value" if size < 0 else "size not valid: %d bytes" % size)
    before, _stack_size = _stack_size, size
    return before


def settrace(function):
    _hooks["trace"] = function


def gettrace():
    return _hooks["trace"]


def setprofile(function):
    _hooks["profile"] = function


def getprofile():
    return _hooks["profile"]


import time as _time

_stack_size = 0
_hooks = {"trace": None, "profile": None}
ThreadError = RuntimeError
get_native_id = get_ident
currentThread = current_thread
activeCount = active_count
_main = Thread(name="MainThread")
_main._started = _main._running = True
_main.ident = _main.native_id = 1
_current = _main
_alive = [_main]
