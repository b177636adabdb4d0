# Nothing inside sets a limit or a counter.
# limit: steps=300000
# outcome: out_of_steps
import gc
import sys

for module, name, value in ((sys, "setrecursionlimit", 10**9), (gc, "threshold", -1),
                            (sys, "setswitchinterval", 10)):
    if hasattr(module, name):
        try:
            getattr(module, name)(value)
        except Exception:
            pass
while True:
    pass
