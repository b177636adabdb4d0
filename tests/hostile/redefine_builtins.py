# The names that the machinery may lean on, all overwritten; then a loop.
# resident: no
# limit: time=300ms
# outcome: out_of_time
import builtins
import sys

for name in dir(builtins):
    if name not in ("range", "setattr", "print"):
        try:
            setattr(builtins, name, None)
        except AttributeError:
            pass
sys.modules.clear()
sys.path.clear()
while True:
    pass
