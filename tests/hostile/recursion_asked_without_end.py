# A program may ask for any depth: its frames lie in its memory, and end with it.
# error: RecursionError: maximum recursion depth exceeded
import sys

sys.setrecursionlimit(10**9)
def f(a, b, c, d, e, f_, g, h):
    i = j = k = l = m = n = o = p = q = r = s = t = a
    return f(a, b, c, d, e, f_, g, h) + i + j + k + l + m + n + o + p + q + r + s + t
f(1, 2, 3, 4, 5, 6, 7, 8)
