import math
import numbers
import pickle
from decimal import Decimal as D
from fractions import Fraction as F

values = [3, True, 2.5, 1j, F(1, 3), D("1.5"), "3", None]
for kind in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral):
    print(kind.__name__, [isinstance(v, kind) for v in values], sorted(kind.__abstractmethods__))


class Money(numbers.Real):
    def __init__(self, n):
        self.n = n

    def __float__(self):
        return float(self.n)


try:
    Money(1)
except TypeError as e:
    print(str(e).split(" with")[0])
print(F.__mro__, F(3, 4).real, F(3, 4).imag, F(3, 4).conjugate(), complex(F(1, 2)))
for bad in ("F(1, 2).numerator", "F(1, 2).extra"):
    try:
        exec(bad + " = 3")
    except AttributeError:
        print("cannot set", bad)
print([hash(F(a, b)) == hash(a / b) for a, b in ((1, 2), (-3, 4), (7, 1))], hash(F(1, 3)), hash(F(-1, 3)), hash(D("0.1")) == hash(F(1, 10)), hash(D("3.14159")), hash(D("-1e400")), hash(F(2, 2**61 - 1)))
print({F(1, 3): "third"}[D(1) / 3] if D(1) / 3 in {F(1, 3): 0} else "apart", {D("0.5"): 1}[F(1, 2)], {0.25: 1}[D("0.25")])
for text in ("1_000/2_5", "3.14_15e-1_0", " 7 ", "1e5", "-.5", "1.", "1/0", "1 / 2", "_1", "1__0", "1/-2", "0x10", "nan", ""):
    try:
        print(text, F(text))
    except (ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
print(F(D("0.125")), F.from_decimal(D("1.1")), F.from_float(0.5), F(F(1, 2), F(3, 4)), F(True), F(numerator=6, denominator=8))
for a in (F(7, 3), F(-7, 3), 5, 2.5, 1 + 1j):
    for b in (F(2, 5), F(-1, 2), 3, 0.5):
        results = []
        for op in ("a + b", "a - b", "a * b", "a / b", "a // b", "a % b", "divmod(a, b)", "a == b", "a < b", "a ** b"):
            try:
                r = eval(op)
                results.append("%s %s" % (type(r).__name__, r if not isinstance(r, (float, complex)) else "%.9g" % abs(r)))
            except Exception as e:
                results.append("%s: %s" % (type(e).__name__, e))
        print(a, b, results)
for bad in ("F(1.5, 2)", "F(1, 2.0)", "F(None)", "F(1j)", "F([])", "F(0) ** -1", "F(1, 2) < 1j", "F(1) + D(1)", "F.from_float('1')", "F.from_decimal(1.5)", "format(F(1, 2), '.2f')"):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
print(pickle.loads(pickle.dumps(F(3, 7))), F(-3, 2) ** -3, F(2) ** 10, 2 ** F(1, 2), 2 ** F(3), F(4, 9) ** F(1, 2), round(F(-7, 2)), round(F(355, 113), 2), math.floor(F(-1, 2)), math.trunc(F(-3, 2)), abs(F(-1, 2)), -F(1, 2), bool(F(0)))


class Mine(F):
    pass


print(repr(Mine(1, 2)), repr(Mine(1, 2) + 1), Mine("3/4") == F(3, 4), pickle.loads(pickle.dumps(Mine(1, 2))))
