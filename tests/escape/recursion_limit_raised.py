# The host's limit of depth holds, whatever the guest says.
# error: RecursionError: maximum recursion depth exceeded
import sys

sys.setrecursionlimit(10**9)
def f():
    f()
f()
