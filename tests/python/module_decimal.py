from decimal import *
from decimal import Decimal as D

for text in ("0", "-0", "1.10", "1E+3", "1e-7", "0.000001", "0.0000001", "123456789.987654321", "  12  ", "1_000.5", "Infinity", "-inf", "nan", "sNaN12", ".5", "5.", "-1.50E-10", "1e400", "0E+5", "0.00"):
    d = D(text)
    print(text, d, repr(d), d.as_tuple(), d.adjusted(), d.is_zero(), d.is_signed(), d.is_nan(), d.is_infinite(), bool(d), d.to_eng_string(), d.copy_abs(), d.copy_negate())
print(D(5), D(-3), D(1.5), D(0.1), D((1, (1, 2, 3), -2)), D(D("1.5")), D(True), D(10**30), D.from_float(0.25), D.from_float(-2.0))
values = [D(x) for x in ("1", "-2.5", "3.14159", "0.001", "1E+10", "7", "0", "123456789012345678901234567890", "-0.3333")]
for a in values:
    for b in values:
        row = []
        for f in (lambda: a + b, lambda: a - b, lambda: a * b, lambda: a / b, lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: a < b, lambda: a == b, lambda: a.compare(b), lambda: a.max(b), lambda: a.min(b)):
            try:
                row.append(str(f()))
            except Exception as e:
                row.append(type(e).__name__)
        print(a, b, *row)
print(D(1) + 2, 2 + D(1), 5 - D(2), D(5) - 2, 3 * D("1.5"), 1 / D(3), D(7) // 2, 7 % D(4), D(2) ** 10, D(2) ** -2, 2 ** D(3), D("1.1") ** 5, -D("1.5"), +D("1.23"), abs(D("-4")), D(2) ** D("0.5"), D("1.5") ** D("2.5"))
for mode in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(mode, [str(D(x).quantize(D("1"), rounding=mode)) for x in ("5.5", "2.5", "1.6", "1.1", "1.0", "-1.1", "-1.6", "-2.5", "-5.5", "10.01")], [str(D(x).quantize(D("0.01"), mode)) for x in ("1.005", "1.015", "-1.025", "2.675")], D("2.5").to_integral_value(mode))
print(D("1.23456").quantize(D(".01")), D("100").quantize(D("1E+1")), D("1.5").quantize(D("1.000")), round(D("2.675"), 2), round(D("2.5")), int(D("-3.7")), float(D("1.1")), D("12.3400").normalize(), D("1200").normalize(), D("0.00").normalize(), D("1.20") == D("1.2"), hash(D("1.20")) == hash(D("1.2")), hash(D(5)) == hash(5), hash(D("0.5")) == hash(0.5))
for x in ("2", "0.5", "100", "1E-5", "3", "152.2756", "1E+7", "0", "123456789"):
    d = D(x)
    print(x, d.sqrt(), d.exp() if d < 1000 else "", d.ln() if d else "", d.log10() if d else "")
with localcontext() as c:
    c.prec = 50
    print(D(1) / 7, D(2).sqrt(), D(1).exp(), D(2).ln(), D(10).ln(), c.prec)
print(getcontext().prec, getcontext().rounding)
getcontext().prec = 6
print(D(1) / 7, D("3.1415926535") + 0, D("1234567") + 1, D("1e10") + D("1e-10"), D("999999.5") + 0, sum([D("0.1")] * 10), D(2) ** 100, D("1.0000001") * 1)
getcontext().prec = 28
print(sorted([D("3"), D("1.5"), 2, D("-1")]), max(D(1), D("1.1")), D(1) < 2, 2 > D(1), D("0.1") + D("0.2") == D("0.3"), D("1.5") == 1.5, D("0.1") == 0.1, D(1) != "1", D("nan") == D("nan"), D("inf") > 10**100, D("-inf") < D("inf"))


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: D("x"))
attempt(lambda: D(1) / 0)
attempt(lambda: D(0) / 0)
attempt(lambda: D(1) // 0)
attempt(lambda: D(1) % 0)
attempt(lambda: D(-1).sqrt())
attempt(lambda: D(-1).ln())
attempt(lambda: D("sNaN") + 1)
attempt(lambda: D("inf") - D("inf"))
attempt(lambda: int(D("nan")))
attempt(lambda: int(D("inf")))
attempt(lambda: D(1).quantize(D("1e-40")))
attempt(lambda: D(None))
attempt(lambda: D("1e999999") * 10)
attempt(lambda: D("nan") < 1)
attempt(lambda: D((2, (1,), 0)))
try:
    D(1) + 1.5
except TypeError:
    print("TypeError")
print(isinstance(DivisionByZero("x"), ZeroDivisionError), issubclass(InvalidOperation, ArithmeticError))
with localcontext() as c:
    c.traps[DivisionByZero] = False
    c.traps[InvalidOperation] = False
    print(D(1) / 0, D(-1) / 0, D(0) / 0, D("x"), c.flags[DivisionByZero])
print(D("1.5").as_integer_ratio(), D("1.50").scaleb(2), D("3").fma(2, 3), D("10").remainder_near(3), D("1").next_plus(), D("1").next_minus(), D("-1.5").copy_sign(D(1)), D("1.5").same_quantum(D("2.5")), D("12.5").logb())
print(Context(prec=5).divide(1, 3), Context(prec=3, rounding=ROUND_UP).create_decimal("1.2345"), ExtendedContext.prec)
