"""signal: handlers are remembered, and called for what the program raises itself. Nothing else sends signals here."""

from enum import IntEnum

import _outside

_NAMES = ("HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU "
          "XFSZ VTALRM PROF WINCH IO PWR SYS").split()
_TEXTS = ("Hangup|Interrupt|Quit|Illegal instruction|Trace/breakpoint trap|Aborted|Bus error|Floating point exception|Killed|"
          "User defined signal 1|Segmentation fault|User defined signal 2|Broken pipe|Alarm clock|Terminated|Stack fault|"
          "Child exited|Continued|Stopped (signal)|Stopped|Stopped (tty input)|Stopped (tty output)|Urgent I/O condition|"
          "CPU time limit exceeded|File size limit exceeded|Virtual timer expired|Profiling timer expired|Window changed|"
          "I/O possible|Power failure|Bad system call").split("|")

Signals = IntEnum("Signals", ["SIG" + name for name in _NAMES])
Handlers = IntEnum("Handlers", [("SIG_DFL", 0), ("SIG_IGN", 1)])
Sigmasks = IntEnum("Sigmasks", [("SIG_BLOCK", 0), ("SIG_UNBLOCK", 1), ("SIG_SETMASK", 2)])
for _kind in (Signals, Handlers, Sigmasks):
    globals().update(_kind.__members__)
SIGCLD, SIGPOLL, SIGIOT = SIGCHLD, SIGIO, SIGABRT
NSIG, SIGRTMIN, SIGRTMAX = 65, 34, 64
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2


class ItimerError(OSError):
    pass


def default_int_handler(signalnum, frame):
    raise KeyboardInterrupt


_handlers = {SIGINT: default_int_handler}


def _known(signalnum):
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")
    return Signals(signalnum) if signalnum <= len(_NAMES) else signalnum


def signal(signalnum, handler):
    number = _known(signalnum)
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if number in (SIGKILL, SIGSTOP):
        raise OSError(22, "Invalid argument")
    before = getsignal(number)
    _handlers[number] = handler
    return before


def getsignal(signalnum):
    return _handlers.get(_known(signalnum), SIG_DFL)


def raise_signal(signalnum):
    number = _known(signalnum)
    handler = getsignal(number)
    if callable(handler):
        handler(number, None)
    elif handler == SIG_DFL and number not in (SIGCHLD, SIGCONT, SIGURG, SIGWINCH):
        raise SystemExit(128 + number)


def strsignal(signalnum):
    _known(signalnum)
    return _TEXTS[signalnum - 1] if signalnum <= len(_TEXTS) else "Real-time signal %d" % (signalnum - 34)


def valid_signals():
    return {_known(number) for number in range(1, NSIG) if number not in (32, 33)}


_WHY = "no signal arrives in this sandbox: %s is not available; the host's limits end what takes too long"
_no_alarm = _outside.refusal(_WHY, "signal.alarm")


# No alarm is what there always is.
def alarm(seconds):
    return _no_alarm() if seconds else 0


def setitimer(which, seconds, interval=0.0):
    return _no_alarm() if seconds else (0.0, 0.0)


def getitimer(which):
    return 0.0, 0.0


def siginterrupt(signalnum, flag):
    _known(signalnum)


def set_wakeup_fd(fd, *, warn_on_full_buffer=True):
    return -1


_outside.functions(globals(), _WHY, "pause pthread_kill pthread_sigmask sigpending sigtimedwait sigwait sigwaitinfo pidfd_send_signal")
