# Tables that lie in the interpreter itself are refused changes, or take none.
import math
import sys

table = math.__dict__

refused = 0
for act in (lambda: table.setdefault(7777, 1), lambda: table.update({1: 2}),
            lambda: table.clear(), lambda: setattr(int, "x", 1),
            lambda: setattr(property, "start", 0),
            lambda: setattr(sys, "nothing_like_this", 1), lambda: table.pop('tau'),
            lambda: table.popitem()):
    try:
        act()
    except Exception:
        refused += 1
print(refused >= 5, math.tau > 6)  # expect: True True
