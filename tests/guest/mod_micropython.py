# micropython: constants fold, optimisation level, nothing about addresses.
import micropython
from micropython import const
X = const(5)
_Y = const(X + 2)
print(X, _Y, micropython.opt_level() in (0, 1, 2, 3))  # expect: 5 7 True
r = micropython.RingIO(16)
print(r.write(b"hello"), r.any(), r.read(3), r.read())  # expect: 5 5 b'hel' b'lo'
