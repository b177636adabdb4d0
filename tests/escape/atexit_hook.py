# outcome: raised
import sys

sys.atexit(lambda: print("after the end"))
