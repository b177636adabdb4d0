import decimal
import pickle
from decimal import *

D = Decimal
print(pow(D(3), D(10), D(7)), pow(D(3), 10, 7), getcontext().power(4, 8, 2), D(5) + 45, D("Infinity").as_tuple(), D("-0").as_tuple())
for method in "compare_total compare_total_mag compare_signal max_mag min_mag next_toward rotate shift scaleb logical_and logical_or logical_xor same_quantum remainder_near copy_sign".split():
    for a, b in (("3", "2"), ("-3", "2"), ("101", "1"), ("12", "12.0"), ("Infinity", "3"), ("1E+5", "-2")):
        try:
            print(method, a, b, getattr(D(a), method)(D(b)), end="; ")
        except InvalidOperation as e:
            print(method, a, b, "invalid", end="; ")
    print()
for method in "number_class logb logical_invert next_plus next_minus normalize to_eng_string is_normal is_subnormal is_signed is_zero adjusted canonical".split():
    for a in ("0", "-1.50", "1E-30", "1234567", "-Infinity", "101"):
        try:
            print(method, a, getattr(D(a), method)(), end="; ")
        except DecimalException as e:
            print(method, a, type(e).__name__, end="; ")
    print()
c = Context(prec=5, rounding=ROUND_UP)
print(c.add(1, D("2.000001")), c.divmod(7, 3), c.divide_int(7, 2), c.remainder(7, 4), c.minus(3), c.plus(D("1.234567")), c.sqrt(2), c.abs(-3), c.to_sci_string(D("1e6")), c.compare(1, 2), c.is_zero(0), c.number_class(-3), c.create_decimal("3.1415926"), c.quantize(D("2.17"), D("0.1")), c.to_integral_exact(D("2.5")), c.radix(), c.copy_decimal(3))
print(pickle.loads(pickle.dumps(c)), c.Etiny(), c.Etop())
for code in ("setattr(c, 'prec', 0)", "setattr(c, 'prec', '5')", "setattr(c, 'rounding', 'up')", "setattr(c, 'Emin', 1)", "setattr(c, 'Emax', -1)", "setattr(c, 'clamp', 2)", "setattr(c, 'colour', 2)", "localcontext(colour=1)", "round(D(1), 1.5)", "D((0, (1, 10), 0))", "D((2, (1,), 0))", "D((0, (1,)))", "D('1e')", "D(1).x", "setattr(D(1), 'x', 1)", "D(None)", "D(1) + 1.5", "1.5 * D(2)", "D(2) < 'a'", "D(2) == 'a'", "D(1) // 0", "D(0) / 0", "D(5) % 0", "int(D('NaN'))", "D('sNaN') + 1", "format(D(1), 'q')"):
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)
with localcontext() as ctx:
    ctx.traps[FloatOperation] = True
    for code in ("D(1.5)", "D(1) < 2.5", "D(1) == 2.5", "Decimal.from_float(1.5)"):
        try:
            print(eval(code), ctx.flags[FloatOperation])
        except FloatOperation as e:
            print("FloatOperation", e)
for spec in ("012,.2f", "013,.2f", "z.1f", "+z.0f", ".3e", "g", ".2%", "_>12", "^9.3", ",", "=+9", "08", ".0f", "e", "E", "n"):
    print(spec, [format(D(x), spec) for x in ("1234.5678", "-0.04", "0", "1E+3", "Infinity")])


class Mine(Decimal):
    pass


print(type(Mine(1) + Mine(2)), type(+Mine(1)), type(Mine(1).max(Mine(0))), Mine.from_float(2.5), repr(Mine("1.5")), type(Mine.from_float(3)))
print(hash(D("1.50")) == hash(D("1.5")), hash(D(10) ** 30) == hash(10**30), len({D("0.1"), D("0.10"), 0.1}), D("0.1") == 0.1, D("0.5") == 0.5, D(3) == 3 + 0j)
print(getcontext().flags[Inexact], isinstance(D(1), type(D(0))), issubclass(InvalidContext, InvalidOperation), D("1_000.5"), D(" 3 "), D("٣"), D(True))
