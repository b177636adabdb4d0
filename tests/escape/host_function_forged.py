# The door's name is no module, and no built-in calls the host.
import sys

found = []
for name in ("vitrine", "_vitrine", "host", "_host", "__host__", "door", "doors"):
    try:
        __import__(name)
        found.append(name)
    except ImportError:
        pass
print(found)  # expect: []
