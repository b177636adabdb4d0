# option: --deterministic
# outcome: raised
import time

time.localtime()
