# float: text both ways, arithmetic, rounding, methods, errors.
import math


def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


state = 12345


def rnd():
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return state >> 11


VALUES = [0.0, -0.0, 1.0, 0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 1e15, 1e16, 1e17, 123456789012345680.0, 9007199254740993.0, 1e22, 1e23, 5e-324, 2.2250738585072014e-308,
          1.7976931348623157e308, 1e-4, 1e-5, 0.00012345, 100.0, 12345.678, 2.0**70, 2.0**-70, 4.35, 0.3, 1e100, float("inf"), float("-inf"), float("nan")]
for i in range(1500):
    m, e = rnd() % 2**53, rnd() % 2100 - 1074 - 52
    VALUES.append(math.ldexp(float(m), max(e, -1074)) if e < 970 else float(m))
    VALUES.append((rnd() % 10**9) / 10 ** (rnd() % 12))
for v in VALUES:
    print(v, repr(v), "%.3f %.0f %.10e %g %.17g %.1f" % (v, v, v, v, v, v), float(repr(v)) == v or v != v)
for v in VALUES[:400]:
    print("%.25f %.20e %.30g" % (v, v, v) if abs(v) < 1e30 else "", v.hex(), float.fromhex(v.hex()) == v or v != v)
for i in range(1500):
    digits = str(rnd()) + str(rnd())
    t = digits[: rnd() % 34 + 1]
    at = rnd() % (len(t) + 1)
    t = t[:at] + "." + t[at:] + "e" + str(rnd() % 700 - 350)
    print(t, float(t))
for t in ["9007199254740993", "9007199254740992.9999999999999999999", "2.4703282292062327e-324", "2.4703282292062328e-324", "1.7976931348623158e308", "1.7976931348623159e308", "1e400", "1e-400",
          "0." + "0" * 400 + "1e401", "1" + "0" * 400 + "e-400", "7.2057594037927933e16", "8.5e-1", "1_000.5_0e1_0", "  12  ", "\u0661\u0662", "+.5", "5.", "infinity", "-Inf", "NaN", "+nan",
          "", " ", ".", "e5", "1e", "1e+", "1__0", "_1", "1_", "1._5", "0x10", "1 2", "in", "abc", "1.5j", "1.5.2", "\xa03\u2003", "--1"]:
    show(float, t)
show(float, [])
show(float, None)
show(float, 10**400)
show(float, 1j)
print(float(b"1.5"), float(bytearray(b"2")), float(True), float(10**30), float(2**53 + 1), float(-(2**64) - 1))
for v in [0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 1e300, 0.0, -0.0, 12345.6789, 5e-324, 1e16, 0.15, 0.25, 0.35]:
    print(round(v), [round(v, n) for n in (-400, -2, -1, 0, 1, 2, 3, 20, 400)], v.is_integer(), v.as_integer_ratio(), v.real, v.imag, v.conjugate())
print(round(1.5, None), round(7, -1), round(15, -1), round(25, -1), round(-15, -1), round(12345, -2), round(10**30 + 5, -1), round(5), round(5, 3), round(True), round(55, -10))
show(round, float("inf"))
show(round, float("nan"))
show(round, 1.7976931348623157e308, -308)
show(round, "x")
show(round, 1.5, "x")
show(round, 1.5, 1.5)
show(int, float("inf"))
show(int, float("nan"))
show(lambda: float("inf").as_integer_ratio())
show(lambda: float("nan").as_integer_ratio())
for a in [7.5, -7.5, 0.0, -0.0, 1e308, float("inf"), float("nan"), 3, -3]:
    for b in [2.0, -2.0, 0.0, float("inf"), -float("inf"), 0.1, float("nan"), 3, 0]:
        for f in (lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: a / b, lambda: a**b):
            show(f)
show(lambda: 2.0**10000)
show(lambda: 10.0 ** 400)
show(lambda: 0**-1)
show(lambda: 2**-2)
show(lambda: 1 // 0)
show(lambda: 1 % 0)
show(lambda: divmod(1, 0))
show(lambda: 10**30 // 0)
show(lambda: 10**400 / 3)
show(lambda: 10**400 * 1.0)
print(10**30 / 3, 10**400 / 10**399, 1 / 10**30, (2**200 + 1) / 2**147, -(10**25) / 7, 3 / 10**400, 0 / 10**30)
print(1e16 == 10**16, 2.0**53 == 2**53 + 1, 2**53 + 1 > 2.0**53, 1e30 < 10**30, 1e30 == 10**30, 10**400 > 1e308, float("inf") > 10**400, float("nan") == 1, 10**400 != float("inf"))
print(hash(1.0) == hash(1), hash(2.0**40) == hash(2**40), hash(-1e25) == hash(int(-1e25)), hash(0.0) == hash(-0.0), {1: "a"}[1.0], hash(0.5) == hash(0.5))
print(1e5, 1E5, .5, 5., 1_0.0_1, 1e-7, 0xff, 1.0e+3, 123456789.123456789)
for h in ["0x1p3", "1.8p1", "-0x.8p0", "0x1.fffffffffffff8p1023", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1.00000000000008p0", "0x1.000000000000081p0", "inf", "-NaN", "0x1p1024", "x", "", "0x", "1p", "0x1.999999999999ap-4", "a.bp2"]:
    show(float.fromhex, h)
print(complex("1+2j"), complex("j"), complex("-1.5e3-J"), complex(" ( 1 + 2j ) ".replace(" ", "")), complex(1, 2), complex("inf-nanj"), 1j * 1j, (1 + 2j) / (3 - 4j), abs(3 + 4j), 1 + 0j, -0j)
for t in ["", "1+", "1+2", "a", "1 + 2j", "j1", "(1", "1j2"]:
    show(complex, t)
