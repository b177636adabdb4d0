"""Random numbers, precisions and ways to round, through what is done with decimals most."""
import random
from decimal import (ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
                     ROUND_HALF_UP, ROUND_UP, Context, Decimal, getcontext, setcontext)

r = random.Random(7)
modes = [ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP]


def number():
    if r.random() < 0.05:
        return r.choice(["NaN", "Infinity", "-Infinity", "0", "-0", "0E+5", "0E-10", "-0.00"])
    s = r.choice(["", "-"]) + str(r.randint(0, 10 ** r.choice([1, 2, 5, 15, 28, 29, 40, 70])))
    if r.random() < 0.6:
        s += "." + "".join(r.choice("0123456789") for _ in range(r.choice([0, 1, 2, 5, 28, 66])))
    return s + ("E%d" % r.choice([0, 1, -1, 5, -7, 40, -60]) if r.random() < 0.2 else "")


def tried(f):
    try:
        return str(f())
    except Exception as e:
        return type(e).__name__


cent = Decimal("0.01")
for i in range(300):
    if i % 20 == 0:
        setcontext(Context(prec=r.choice([1, 3, 9, 28, 28, 50, 1200]), rounding=r.choice(modes)))
    c = getcontext()
    c.clear_flags()
    a, b = Decimal(number()), Decimal(number())
    print(i, a, b, [tried(f) for f in (
        lambda: a + b, lambda: a - b, lambda: a * b, lambda: a / b, lambda: a < b, lambda: a == b, lambda: a >= b, lambda: +a, lambda: -a,
        lambda: abs(a), lambda: a.quantize(cent), lambda: a.quantize(b), lambda: round(a, 2), lambda: a + 5, lambda: 7 - a, lambda: a * 3,
        lambda: 1 / a, lambda: f"{a:.2f}", lambda: f"{a:,.3f}", lambda: a < 2.5, lambda: hash(a) == hash(b), lambda: a.normalize(),
        lambda: max(a, b), lambda: a.compare(b), lambda: a.sqrt(), lambda: a.adjusted(), lambda: a.to_integral_value())],
        [s.__name__ for s in c.flags if c.flags[s] and s.__name__ in ("Inexact", "Rounded", "DivisionByZero")])
