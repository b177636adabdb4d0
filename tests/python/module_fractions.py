from fractions import Fraction as F
import math

for args in ((), (3,), (6, 4), (-6, 4), (6, -4), (0, 5), ("3/4",), (" -7/3 ",), ("1.25",), ("-.5e2",), ("3",), ("1e-3",), (0.5,), (0.1,), (-2.75,), (F(1, 2),), (F(1, 2), 3), (F(1, 2), F(3, 4)), (10**30, 10**20), (True,), ("1_000/3",)):
    f = F(*args)
    print(args, f, repr(f), f.numerator, f.denominator, "%.12g" % float(f), int(f), round(f), math.floor(f), math.ceil(f), bool(f), -f, abs(f))
for args in ((1, 0), ("x",), ("1/0",), (1.5, 2), (None,), (float("nan"),), (float("inf"),), ("1 /2",), ("",)):
    try:
        print(F(*args))
    except Exception as e:
        print(args, type(e).__name__, e)
a, b = F(3, 4), F(-5, 6)
print(divmod(a, b), divmod(b, 2))
for x, y in ((a, b), (a, 2), (3, b), (a, 0.5), (7, F(2, 3))):
    print(x + y, x - y, x * y, x / y, x // y, x % y, x == y, x < y, x <= y, x > y, x >= y, x != y)
print(a ** 2, a ** -2, b ** 3, F(0) ** 0, "%.9g" % (a ** F(1, 2)), 2 ** F(3), "%.9g" % (2 ** a), a ** 2.0)
print(F(1, 2) == 0.5, F(1, 3) == 1 / 3, 0.5 == F(1, 2), F(4, 2) == 2, 2 == F(4, 2), hash(F(2)) == hash(2), hash(F(1, 2)) == hash(0.5), F(1, 3) < 0.34, F(1, 2) < float("inf"), F(1, 2) == float("nan"), {F(1, 2): "half"}[F(2, 4)], len({F(1, 2), F(2, 4), 0.5}))
print(F(3.141592653589793).limit_denominator(1000), F(3.141592653589793).limit_denominator(10), F("0.333").limit_denominator(10), F.from_float(0.25), F(22, 7).as_integer_ratio(), round(F(5, 2)), round(F(7, 2)))
print(sum([F(1, n) for n in range(1, 20)]), max(F(1, 2), F(2, 3)), sorted([F(1, 2), F(1, 3), 0.4, 0]), math.trunc(F(-7, 2)), F(1, 2) + 1j)
try:
    F(1) / 0
except ZeroDivisionError as e:
    print(e)
