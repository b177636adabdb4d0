# Tables that lie in the interpreter itself are refused changes, or take none.
import errno
import sys

refused = 0
for act in (lambda: errno.errorcode.setdefault(7777, 1), lambda: errno.errorcode.update({1: 2}),
            lambda: errno.errorcode.clear(), lambda: setattr(int, "x", 1),
            lambda: setattr(property, "start", 0),
            lambda: setattr(sys, "nothing_like_this", 1), lambda: errno.errorcode.pop(1),
            lambda: errno.errorcode.popitem()):
    try:
        act()
    except Exception:
        refused += 1
print(refused >= 5, errno.errorcode[2])  # expect: True ENOENT
