# The module math.
import math


def show(f, *args, **kw):
    try:
        r = f(*args, **kw)
        print("%.13g" % r if isinstance(r, float) else repr(r))
    except Exception as e:
        print(type(e).__name__, e)


NUMBERS = [0.0, -0.0, 1, -1, 0.5, -0.5, 2.5, 3, 10, 100.25, -7.75, 1e308, 1e-300, 710.0, float("inf"), float("-inf"), float("nan"), True]
for name in "acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor frexp gamma isfinite isinf isnan lgamma log log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp".split():
    f = getattr(math, name)
    print(name)
    for x in NUMBERS:
        if not (name in ("sin", "cos", "tan") and abs(x) > 1e300) and not (name in ("gamma", "lgamma") and abs(x) > 1e300):
            show(f, x)
    if name != "trunc":
        show(f, "x")
for name in "atan2 copysign fmod pow remainder nextafter".split():
    f = getattr(math, name)
    print(name)
    for x in [0.0, -0.0, 1.5, -2.0, 7.25, float("inf"), -float("inf"), float("nan"), 1e200]:
        for y in [0.0, 2.0, -3.0, 0.5, float("inf"), float("nan"), 1e200]:
            show(f, x, y)
print(math.comb(5, 2), math.comb(100, 50), math.comb(5, 6), math.comb(0, 0), math.comb(10**20, 3), math.perm(5), math.perm(5, 2), math.perm(5, 6), math.perm(10**20, 2))
print(math.factorial(0), math.factorial(20), math.factorial(50), math.gcd(), math.gcd(12), math.gcd(12, -18, 27), math.gcd(10**40, 6**40), math.gcd(0, 0), math.lcm(), math.lcm(4, 6), math.lcm(4, 6, -10), math.lcm(0, 5), math.lcm(10**20, 15))
print([math.isqrt(n) for n in (0, 1, 2, 3, 4, 15, 16, 17, 10**10, 10**40, 10**40 - 1, 2**64 - 1)], math.prod([1, 2, 3]), math.prod([]), math.prod([2.5, 2], start=4), math.prod(range(1, 30)))
print(math.dist((1, 2), (4, 6)), math.dist([0], [5]), math.dist((), ()), math.hypot(), math.hypot(3), math.hypot(3, 4), math.hypot(1, 2, 2), math.hypot(1e300, 1e300), math.hypot(float("inf"), float("nan")), math.hypot(1e-200, 1e-200))
print(math.fsum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]), math.fsum([]), math.fsum([1e16, 1, 1e-16]), math.fsum(i * 0.1 for i in range(100)), math.fsum([float("inf"), 1]))
print(math.log(8, 2), math.log(10**400), math.log2(2**5000), math.log10(10**400), math.log(100, 10), math.log(2), math.log2(8), math.log10(1000), math.exp(1), math.e, math.pi, math.tau, math.inf, math.nan)
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10, abs_tol=1e-9), math.isclose(math.inf, math.inf), math.isclose(math.nan, math.nan), math.isclose(a=1, b=1))
print(math.ldexp(0.5, 3), math.ldexp(1, -1080), math.frexp(8), math.frexp(0.3), math.modf(-3.25), math.floor(-2.5), math.ceil(2.1), math.trunc(-2.9), math.floor(1e20), math.floor(10**30), math.nextafter(1, 2), math.ulp(1.0), math.sqrt(10**30))
for f, args in [(math.factorial, (-1,)), (math.factorial, (2.0,)), (math.isqrt, (-1,)), (math.isqrt, (2.0,)), (math.comb, (-1, 2)), (math.comb, (2, -1)), (math.comb, (2.5, 1)), (math.gcd, (1.5,)), (math.log, (0,)), (math.log, (-1,)), (math.log, (2, 1)),
                (math.dist, ((1,), (1, 2))), (math.ldexp, (1, 5000)), (math.floor, (math.inf,)), (math.ceil, (math.nan,)), (math.floor, ("x",)), (math.fsum, ([math.inf, -math.inf],)), (math.sqrt, (10**400,)), (math.perm, (2, -1)), (math.lcm, ("a",)), (math.exp, (1000,))]:
    show(f, *args)


class N:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

    def __float__(self):
        return 4.0

    def __index__(self):
        return 6


print(math.floor(N()), math.ceil(N()), math.trunc(N()), math.sqrt(N()), math.gcd(N(), 4), math.factorial(N()))
