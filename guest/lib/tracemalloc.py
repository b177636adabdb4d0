"""tracemalloc: how much memory is in use; not by which line."""

from gc import mem_alloc

_start = _peak = None


def start(nframe=1):
    global _start, _peak
    _start = _peak = mem_alloc()


def stop():
    global _start
    _start = None


def is_tracing():
    return _start is not None


def get_traced_memory():
    global _peak
    if _start is None:
        return 0, 0
    now = mem_alloc()
    _peak = max(_peak, now)
    return max(0, now - _start), max(0, _peak - _start)


def reset_peak():
    global _peak
    _peak = mem_alloc()


def get_tracemalloc_memory():
    return 0


def clear_traces():
    start()


def get_traceback_limit():
    return 1


def take_snapshot():
    raise NotImplementedError("which line took memory is not known in this sandbox: use get_traced_memory()")


def get_object_traceback(obj):
    return None
