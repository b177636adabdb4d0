# Each method of each native type, on each kind of wrong object.
import io
import re
from array import array
from collections import OrderedDict, deque

types = [list, dict, set, frozenset, str, bytes, bytearray, tuple, int, float, deque, OrderedDict,
         array,
         io.StringIO, io.BytesIO, memoryview, type(re.compile("a")), type((x for x in ())),
         property]
wrong = [1, "text", b"bytes", 2.5, None, [1], {1: 2}, (1,), object(), print, type, io, 1 << 70,
         lambda: 0]
calls = 0
for kind in types:
    for name in dir(kind):
        if name in ("__class__", "__name__", "__bases__"):
            continue
        method = getattr(kind, name)
        for thing in wrong:
            for extra in ((), (1,), ("x", 2)):
                try:
                    method(thing, *extra)
                except Exception:
                    pass
                calls += 1
print(calls > 1000)  # expect: True
