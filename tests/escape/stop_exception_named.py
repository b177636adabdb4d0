# The exception of a stop has no name that a guest could catch or raise.
# limit: steps=300000
# outcome: out_of_steps
import builtins

for name in dir(builtins):
    thing = getattr(builtins, name)
    if "Stop" in name and name not in ("StopIteration", "StopAsyncIteration"):
        print(name)
while True:
    pass
