"""resource: what a run has used, as far as it can be known; the host sets the limits."""

from collections import namedtuple

error = OSError
RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD, RLIM_INFINITY = 0, -1, 1, -1
RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_DATA, RLIMIT_STACK, RLIMIT_CORE, RLIMIT_RSS, RLIMIT_NPROC, RLIMIT_NOFILE, RLIMIT_MEMLOCK, RLIMIT_AS = range(10)
struct_rusage = namedtuple("struct_rusage", "ru_utime ru_stime ru_maxrss ru_ixrss ru_idrss ru_isrss ru_minflt ru_majflt ru_nswap ru_inblock "
                           "ru_oublock ru_msgsnd ru_msgrcv ru_nsignals ru_nvcsw ru_nivcsw")


def getrusage(who):
    from gc import mem_alloc
    from time import process_time

    if who not in (0, -1, 1):
        raise ValueError("invalid who parameter")
    return struct_rusage(process_time() if who >= 0 else 0.0, 0.0, mem_alloc() // 1024 if who >= 0 else 0, *[0] * 13)


def getpagesize():
    return 65536


def getrlimit(resource):
    raise PermissionError(1, "the limits are the host's, and are not told in this sandbox")


setrlimit = prlimit = getrlimit
