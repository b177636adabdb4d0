"""select: its names. There is nothing here to wait for but time."""

import _outside

error = OSError
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
EPOLLIN, EPOLLPRI, EPOLLOUT, EPOLLERR, EPOLLHUP, EPOLLET = 1, 2, 4, 8, 16, 1 << 31
PIPE_BUF = 4096
_refused = _outside.refusal(_outside.NETWORK, "select.select")


def select(rlist, wlist, xlist, timeout=None):
    if rlist or wlist or xlist or timeout is None:
        _refused()
    from time import sleep

    sleep(timeout)
    return [], [], []


_outside.functions(globals(), _outside.NETWORK, "poll epoll")
