"""multiprocessing, in one process: what a Process or a Pool has to do is done at once, in the same memory."""

import queue as _queue
import threading as _threading
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore

TimeoutError = type("TimeoutError", (Exception,), {"__module__": "multiprocessing.context"})


class ProcessError(Exception):
    pass


class AuthenticationError(ProcessError):
    pass


class BufferTooShort(ProcessError):
    pass


class _Main:
    name, daemon, pid, ident, exitcode, authkey = "MainProcess", False, 1, 1, None, b""

    def is_alive(self):
        return True

    def __repr__(self):
        return "<_MainProcess name='MainProcess' parent=None started>"


_main = _current = _Main()
_count = 0


class Process:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        global _count
        _count += 1
        self._number = _count
        self.name = name or "Process-%d" % _count
        self.daemon = bool(daemon)
        self.pid = self.exitcode = None
        self._target = target
        self._args = args
        self._kwargs = kwargs or {}

    @property
    def ident(self):
        return self.pid

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def start(self):
        global _current
        if self.pid is not None:
            raise AssertionError("cannot start a process twice")
        self.pid = self._number + 1
        before, _current = _current, self
        try:
            self.run()
            self.exitcode = 0
        except SystemExit as error:
            code = error.code
            self.exitcode = code if isinstance(code, int) else 0 if code is None else 1
        except Exception as error:
            import sys
            import traceback

            sys.stderr.write("Process %s:\n" % self.name)
            traceback.print_exception(error)
            self.exitcode = 1
        finally:
            _current = before

    def join(self, timeout=None):
        if self.pid is None:
            raise AssertionError("can only join a started process")

    def is_alive(self):
        return _current is self

    def terminate(self):
        pass

    kill = close = terminate

    def __repr__(self):
        state = "initial" if self.pid is None else "started" if self.exitcode is None else "stopped exitcode=%d" % self.exitcode
        return "<Process name=%r parent=1 %s>" % (self.name, state)


def current_process():
    return _current


def parent_process():
    return None if _current is _main else _main


def active_children():
    return []


def cpu_count():
    return 1


def freeze_support():
    pass


def get_start_method(allow_none=False):
    return "fork"


def get_all_start_methods():
    return ["fork"]


def set_start_method(method, force=False):
    if method not in ("fork", "spawn", "forkserver"):
        raise ValueError("cannot find context for %r" % method)


def get_context(method=None):
    import multiprocessing

    return multiprocessing


def get_logger():
    import logging

    return logging.getLogger("multiprocessing")


def Pool(processes=None, initializer=None, initargs=(), maxtasksperchild=None):
    from multiprocessing.pool import Pool

    return Pool(processes, initializer, initargs)


class _Queue(_queue.Queue):
    def close(self):
        pass

    join_thread = cancel_join_thread = close


def Queue(maxsize=0):
    return _Queue(maxsize)


SimpleQueue = JoinableQueue = Queue


class Connection:
    def __init__(self):
        self._inbox = _queue.Queue()
        self.closed = False

    def send(self, obj):
        self._other._inbox.put(obj)

    def recv(self):
        if self._other.closed and self._inbox.empty():
            raise EOFError
        return self._inbox.get()

    def poll(self, timeout=0.0):
        return not self._inbox.empty()

    def close(self):
        self.closed = True

    send_bytes = send
    recv_bytes = recv

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def Pipe(duplex=True):
    one, two = Connection(), Connection()
    one._other, two._other = two, one
    return one, two


class _Shared:
    def __init__(self):
        self._lock = RLock()

    def get_lock(self):
        return self._lock

    def acquire(self, *args):
        return self._lock.acquire(*args)

    def release(self):
        self._lock.release()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        self._lock.__exit__(*args)


class _Value(_Shared):
    def __init__(self, value):
        _Shared.__init__(self)
        self.value = value


class _Array(_Shared):
    def __init__(self, items):
        _Shared.__init__(self)
        self._items = items

    def __len__(self):
        return len(self._items)

    def __getitem__(self, at):
        found = self._items[at]
        return list(found) if isinstance(at, slice) else found

    def __setitem__(self, at, value):
        self._items[at] = value

    def __iter__(self):
        return iter(self._items)


def Value(typecode_or_type, *args, lock=True):
    value = args[0] if args else 0
    kind = getattr(typecode_or_type, "_type_", typecode_or_type)
    return _Value(float(value) if kind in ("f", "d") else value)


def Array(typecode_or_type, size_or_initializer, *, lock=True):
    from array import array

    kind = getattr(typecode_or_type, "_type_", typecode_or_type)
    items = [0] * size_or_initializer if isinstance(size_or_initializer, int) else size_or_initializer
    return _Array(array(kind, items))


RawValue, RawArray = Value, Array


class SyncManager:
    def dict(self, *args, **kwargs):
        return dict(*args, **kwargs)

    def list(self, *args):
        return list(*args)

    def Namespace(self, **kwargs):
        from types import SimpleNamespace

        return SimpleNamespace(**kwargs)

    def start(self):
        pass

    shutdown = start

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


for _name in "Queue JoinableQueue Value Array Pool Lock RLock Event Condition Semaphore BoundedSemaphore Barrier".split():
    setattr(SyncManager, _name, staticmethod(globals()[_name]))


def Manager():
    return SyncManager()
