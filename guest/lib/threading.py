"""threading, with one thing at a time: start() runs a thread to its end.

What would wait for another thread raises RuntimeError, for that one could not run.
"""


def _wait_for_ever(what):
    raise RuntimeError("cannot %s: it would wait for ever, for threads run to their end when they are started here; "
                       "start what has to come first before, or use asyncio" % what)


def _refused(timeout, what):
    if timeout is None or timeout < 0:
        _wait_for_ever(what)
    import time

    time.sleep(timeout)
    return False


TIMEOUT_MAX = 4294967.0
_count = 0


class Thread:
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
        global _current
        if self._started:
            raise RuntimeError("threads can only be started once")
        self._started = self._running = True
        self.ident = self.native_id = id(self)
        before, _current = _current, self
        _alive.append(self)
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
        if self._running:
            _refused(timeout, "join a thread that waits for this one")

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

    def start(self):
        raise NotImplementedError("a timer needs a thread that waits; use asyncio: await asyncio.sleep(interval)")

    def cancel(self):
        pass


class Lock:
    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if self._held:
            return blocking and _refused(timeout, "acquire a lock that is held")
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
            return blocking and _refused(timeout, "acquire a lock that is held")
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

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        self._lock.__exit__(*exc)

    def wait(self, timeout=None):
        return _refused(timeout, "wait for a condition")

    def wait_for(self, predicate, timeout=None):
        return predicate() or _refused(timeout, "wait for a condition") or predicate()

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass

    notifyAll = notify_all


class Event:
    def __init__(self):
        self._set = False

    def is_set(self):
        return self._set

    isSet = is_set

    def set(self):
        self._set = True

    def clear(self):
        self._set = False

    def wait(self, timeout=None):
        return self._set or _refused(timeout, "wait for an event")


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if self._value == 0:
            return blocking and _refused(timeout, "acquire a semaphore at 0")
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

    def __init__(self):
        object.__setattr__(self, "_own", {})

    def __getattr__(self, name):
        own = object.__getattribute__(self, "_own").get(id(_current), {})
        if name not in own:
            raise AttributeError("'_thread._local' object has no attribute '%s'" % name)
        return own[name]

    def __setattr__(self, name, value):
        self._own.setdefault(id(_current), {})[name] = value

    def __delattr__(self, name):
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
