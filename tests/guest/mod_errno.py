# errno.
import errno
print(errno.ENOENT, errno.EINVAL, errno.errorcode[errno.ENOENT], OSError(errno.EACCES, "x").errno)
# expect: 2 22 ENOENT 13
