# dir() and attributes of types that have no table of their own.
import builtins
import collections

seen = 0
for name in dir(builtins):
    thing = getattr(builtins, name)
    for attribute in dir(thing):
        try:
            getattr(thing, attribute)
        except Exception:
            pass
        seen += 1
dir(collections.namedtuple("N", "a b"))
dir(1j)
dir(type)
print(seen > 100)  # expect: True
