"""_thread: what threading is made of, for those who ask for it."""

import threading
from threading import RLock, TIMEOUT_MAX, get_ident, get_native_id
from threading import Lock as LockType

error = RuntimeError
allocate_lock = allocate = LockType


def start_new_thread(function, args, kwargs=None):
    thread = threading.Thread(target=function, args=args, kwargs=kwargs)
    thread.start()
    return thread.ident


start_new = start_new_thread


def exit():
    raise SystemExit


exit_thread = exit


def interrupt_main(signum=2):
    import signal

    signal.raise_signal(signum)


def stack_size(size=0):
    return 0
