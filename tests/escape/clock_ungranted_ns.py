# option: --deterministic
# error: PermissionError
import time

time.time_ns()
