# errno in full, what is said of errors, and names of platform, threading and time.
import errno
import os
import platform
import threading
import time

print(all(getattr(errno, name) == number for number, name in errno.errorcode.items()))
print(len(errno.errorcode), errno.ETIMEDOUT, errno.EWOULDBLOCK == errno.EAGAIN, errno.EOPNOTSUPP, errno.errorcode[35])
print([os.strerror(n) for n in (0, 2, 13, 17, 39, 41, 110, 133, 134, -1)])
print(len(platform.uname()), platform.uname().machine == platform.machine(), isinstance(platform.python_build(), tuple))
print(threading.stack_size(), threading.gettrace(), threading.ThreadError is RuntimeError)
print(time.get_clock_info("monotonic").monotonic)
try:
    os.environ["A"] = 1
except TypeError as e:
    print(e)
os.environ["A"] = "1"
os.environ.setdefault("A", "2")
os.environ.update({"B": "3"}, C="4")
print([os.environ[name] for name in "ABC"], os.getenv("A"), type(os.environ.copy()) is dict, os.environ.pop("A"))
print(os.get_exec_path({"PATH": "a:b"}), os.EX_USAGE, os.O_NONBLOCK, os.WEXITSTATUS(256), os.waitstatus_to_exitcode(256))
