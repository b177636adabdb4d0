# A depth that the host names holds, whatever the guest says.
# limit: depth=100
# error: RecursionError: maximum recursion depth exceeded
import sys

sys.setrecursionlimit(10**9)
def f(n):
    assert n < 101
    f(n + 1)
f(0)
