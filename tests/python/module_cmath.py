import cmath
import math

values = [0, 1, -1, 2.5, 1j, -1j, 1 + 2j, -3 + 0.5j, 0.25 - 4j, 1e-10 + 1e-12j, 100 + 1j, -0.5, 1e200 + 1e200j, True]
for name in "acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh phase polar isfinite isinf isnan".split():
    function = getattr(cmath, name)
    for z in values:
        try:
            r = function(z)
        except (ValueError, OverflowError) as e:
            print(name, z, type(e).__name__, e)
            continue
        if isinstance(r, complex):
            r = "%.12g %.12g" % (r.real, r.imag)
        elif isinstance(r, tuple):
            r = ["%.12g" % x for x in r]
        elif isinstance(r, float):
            r = "%.12g" % r
        print(name, z, r)
print(cmath.sqrt(-1), cmath.sqrt(-4), cmath.sqrt(2j), cmath.sqrt(-0.0), cmath.sqrt(complex(-1, -0.0)))
print(cmath.exp(0), cmath.log(1), cmath.log(8, 2), cmath.rect(2, 0), cmath.rect(0, 1), cmath.polar(3 + 4j))
print(abs(cmath.exp(1j * cmath.pi) + 1) < 1e-15, cmath.isclose(1 + 1j, 1 + 1.0000000001j), cmath.isclose(1, 2), cmath.isclose(1, 1.1, rel_tol=0.2))
print(cmath.e, cmath.pi, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj, cmath.sqrt(complex(math.inf, 1)), cmath.exp(complex(-math.inf, 0)))


class Number:
    def __complex__(self):
        return 3 + 4j

    def __float__(self):
        return 1.0


class Index:
    def __index__(self):
        return 9


print(cmath.sqrt(Index()), cmath.polar(Number()))
for bad in ("1", None, [], object()):
    for function in (cmath.sqrt, cmath.phase, cmath.isnan):
        try:
            print(function(bad))
        except TypeError as e:
            print(e)
for code in ("cmath.rect(1j, 1)", "cmath.log(0)", "cmath.isclose(1, 2, rel_tol=-1)", "cmath.exp(1000)", "cmath.exp(complex(0, math.inf))", "math.trunc(3j)", "math.floor(3j)", "math.trunc('3')", "3j // 2", "int(3j)", "(3j).__float__", "(3j).__int__()", "(2.75).__int__()", "(2.0).__complex__()"):
    try:
        print(eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)
