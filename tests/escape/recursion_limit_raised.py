# outcome: raised
import sys

sys.setrecursionlimit(10**9)
