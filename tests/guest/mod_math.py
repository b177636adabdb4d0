# math.
from math import *
import math
print(floor(2.7), ceil(2.1), floor(-2.7), ceil(-2.1), trunc(-2.7), fabs(-3), copysign(2, -1.0))
# expect: 2 3 -3 -2 -2 3.0 -2.0
print(sqrt(16), pow(2, 10), exp(0), log(1), log(8, 2), log10(1000), log2(8))
# expect: 4.0 1024.0 1.0 0.0 3.0 3.0 3.0
print("%.6f %.6f %.6f" % (sin(1), cos(1), tan(1)),
      "%.6f %.6f %.6f" % (asin(0.5), acos(0.5), atan(2)))
# expect: 0.841471 0.540302 1.557408 0.523599 1.047198 1.107149
print("%.6f %.6f" % (atan2(1, -1), pi), "%.6f" % e, fmod(7.5, 2), modf(3.25), frexp(8.0),
      ldexp(0.5, 4))
# expect: 2.356194 3.141593 2.718282 1.5 (0.25, 3.0) (0.5, 4) 8.0
print(isnan(float("nan")), isinf(float("inf")), isfinite(1.0))  # expect: True True True
print("%.6f %.6f %.6f" % (sinh(1), cosh(1), tanh(1)), degrees(pi), "%.6f" % radians(180),
      factorial(20))
# expect: 1.175201 1.543081 0.761594 180.0 3.141593 2432902008176640000
print("%.6f %.6f %.6f" % (erf(0.5), gamma(5), lgamma(10)), isclose(0.1 + 0.2, 0.3), isclose(1, 2))
# expect: 0.520500 24.000000 12.801827 True False
for bad in (lambda: sqrt(-1), lambda: log(0), lambda: acos(2), lambda: factorial(-1),
            lambda: fmod(1, 0)):
    try:
        bad()
    except ValueError:
        print("ValueError")
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
