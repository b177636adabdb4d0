"""os: names that few programs use."""

from _outside import PROCESS, refusal

_numbers = (
    "CLD_CONTINUED=6 CLD_DUMPED=3 CLD_EXITED=1 CLD_KILLED=2 CLD_STOPPED=5 CLD_TRAPPED=4 EX_CANTCREAT=73 EX_CONFIG=78 EX_DATAERR=65 "
    "EX_IOERR=74 EX_NOHOST=68 EX_NOINPUT=66 EX_NOPERM=77 EX_NOUSER=67 EX_OK=0 EX_OSERR=71 EX_OSFILE=72 EX_PROTOCOL=76 EX_SOFTWARE=70 "
    "EX_TEMPFAIL=75 EX_UNAVAILABLE=69 EX_USAGE=64 F_LOCK=1 F_TEST=3 F_TLOCK=2 F_ULOCK=0 GRND_NONBLOCK=1 GRND_RANDOM=2 "
    "NGROUPS_MAX=65536 O_ACCMODE=3 O_ASYNC=8192 O_DIRECT=16384 O_DIRECTORY=65536 O_DSYNC=4096 O_FSYNC=1052672 O_LARGEFILE=0 "
    "O_NDELAY=2048 O_NOATIME=262144 O_NOCTTY=256 O_NOFOLLOW=131072 O_NONBLOCK=2048 O_PATH=2097152 O_RSYNC=1052672 O_SYNC=1052672 "
    "O_TMPFILE=4259840 PRIO_PGRP=1 PRIO_PROCESS=0 PRIO_USER=2 P_ALL=0 P_NOWAIT=1 P_NOWAITO=1 P_PGID=2 P_PID=1 P_PIDFD=3 P_WAIT=0 "
    "RTLD_DEEPBIND=8 RTLD_GLOBAL=256 RTLD_LAZY=1 RTLD_LOCAL=0 RTLD_NODELETE=4096 RTLD_NOLOAD=4 RTLD_NOW=2 SCHED_BATCH=3 SCHED_FIFO=1 "
    "SCHED_IDLE=5 SCHED_OTHER=0 SCHED_RESET_ON_FORK=1073741824 SCHED_RR=2 SEEK_DATA=3 SEEK_HOLE=4 ST_APPEND=256 ST_MANDLOCK=64 "
    "ST_NOATIME=1024 ST_NODEV=4 ST_NODIRATIME=2048 ST_NOEXEC=8 ST_NOSUID=2 ST_RDONLY=1 ST_RELATIME=4096 ST_SYNCHRONOUS=16 "
    "ST_WRITE=128 TMP_MAX=238328 WCONTINUED=8 WEXITED=4 WNOHANG=1 WNOWAIT=16777216 WSTOPPED=2 WUNTRACED=2 XATTR_CREATE=1 "
    "XATTR_REPLACE=2 XATTR_SIZE_MAX=65536 "
)
# What is said of errors, by their numbers.
_texts = (
    "Success|Operation not permitted|No such file or directory|No such process|Interrupted system call|Input/output error|No such"
    " device or address|Argument list too long|Exec format error|Bad file descriptor|No child processes|Resource temporarily "
    "unavailable|Cannot allocate memory|Permission denied|Bad address|Block device required|Device or resource busy|File "
    "exists|Invalid cross-device link|No such device|Not a directory|Is a directory|Invalid argument|Too many open files in "
    "system|Too many open files|Inappropriate ioctl for device|Text file busy|File too large|No space left on device|Illegal "
    "seek|Read-only file system|Too many links|Broken pipe|Numerical argument out of domain|Numerical result out of "
    "range|Resource deadlock avoided|File name too long|No locks available|Function not implemented|Directory not empty|Too many "
    "levels of symbolic links||No message of desired type|Identifier removed|Channel number out of range|Level 2 not "
    "synchronized|Level 3 halted|Level 3 reset|Link number out of range|Protocol driver not attached|No CSI structure "
    "available|Level 2 halted|Invalid exchange|Invalid request descriptor|Exchange full|No anode|Invalid request code|Invalid "
    "slot||Bad font file format|Device not a stream|No data available|Timer expired|Out of streams resources|Machine is not on "
    "the network|Package not installed|Object is remote|Link has been severed|Advertise error|Srmount error|Communication error "
    "on send|Protocol error|Multihop attempted|RFS specific error|Bad message|Value too large for defined data type|Name not "
    "unique on network|File descriptor in bad state|Remote address changed|Can not access a needed shared library|Accessing a "
    "corrupted shared library|.lib section in a.out corrupted|Attempting to link in too many shared libraries|Cannot exec a "
    "shared library directly|Invalid or incomplete multibyte or wide character|Interrupted system call should be "
    "restarted|Streams pipe error|Too many users|Socket operation on non-socket|Destination address required|Message too "
    "long|Protocol wrong type for socket|Protocol not available|Protocol not supported|Socket type not supported|Operation not "
    "supported|Protocol family not supported|Address family not supported by protocol|Address already in use|Cannot assign "
    "requested address|Network is down|Network is unreachable|Network dropped connection on reset|Software caused connection "
    "abort|Connection reset by peer|No buffer space available|Transport endpoint is already connected|Transport endpoint is not "
    "connected|Cannot send after transport endpoint shutdown|Too many references: cannot splice|Connection timed out|Connection "
    "refused|Host is down|No route to host|Operation already in progress|Operation now in progress|Stale file handle|Structure "
    "needs cleaning|Not a XENIX named type file|No XENIX semaphores available|Is a named type file|Remote I/O error|Disk quota "
    "exceeded|No medium found|Wrong medium type|Operation canceled|Required key not available|Key has expired|Key has been "
    "revoked|Key was rejected by service|Owner died|State not recoverable|Operation not possible due to RF-kill|Memory page has "
    "hardware error"
)

_refused = """abort chroot ctermid dup dup2 execl execle execlp execlpe execvpe fchdir fork forkpty getegid geteuid getgid
getgrouplist getgroups getloadavg getpgid getpgrp getpriority getresgid getresuid getsid initgroups killpg login_tty mkfifo mknod
nice openpty pipe pipe2 posix_spawn posix_spawnp register_at_fork sched_getparam sched_getscheduler sched_setaffinity sched_setscheduler
sendfile setegid seteuid setgid setgroups setpgid setpgrp setpriority setregid setresgid setresuid setreuid setsid setuid
spawnle spawnlp spawnlpe spawnve spawnvp spawnvpe statvfs fstatvfs sysconf tcgetpgrp tcsetpgrp ttyname wait wait3 wait4 waitid""".split()


def _terminal_size():
    from shutil import _terminal_size

    return _terminal_size


def _exit(status):
    raise SystemExit(status)


def times():
    from collections import namedtuple
    from time import process_time

    t = process_time()
    return namedtuple("times_result", "user system children_user children_system elapsed")(t, 0.0, 0.0, 0.0, t)


# How a process ended, from its status.
_status = {
    "WIFEXITED": lambda status: status & 0x7f == 0,
    "WEXITSTATUS": lambda status: status >> 8 & 0xff,
    "WIFSIGNALED": lambda status: 0 < status & 0x7f < 0x7f,
    "WTERMSIG": lambda status: status & 0x7f,
    "WCOREDUMP": lambda status: status & 0x80 != 0,
    "WIFSTOPPED": lambda status: status & 0xff == 0x7f,
    "WSTOPSIG": lambda status: status >> 8 & 0xff,
    "WIFCONTINUED": lambda status: status == 0xffff,
    "supports_bytes_environ": False,
    "supports_fd": frozenset(),
    "supports_dir_fd": frozenset(),
    "supports_effective_ids": frozenset(),
    "supports_follow_symlinks": frozenset(),
    "_exit": _exit,
    "times": times,
}


def find(name):
    if name in _refused:
        return refusal(PROCESS, "os." + name)
    if name in _status:
        return _status[name]
    if name == "terminal_size":
        return _terminal_size()
    at = (" " + _numbers).find(" " + name + "=")
    if at < 0:
        raise AttributeError("module 'os' has no attribute %r" % name)
    return int(_numbers[at:].split(None, 1)[0].partition("=")[2])


def error_text(code):
    texts = _texts.split("|")
    return texts[code] if 0 <= code < len(texts) and texts[code] else "Unknown error %d" % code
