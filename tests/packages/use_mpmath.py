# packages: mpmath==1.4.1
from mpmath import diff, findroot, fac, limit, matrix, mp, mpf, nsum, quad, sin, sqrt, inf, pi, exp, lu_solve, polyroots, zeta, gamma

mp.dps = 30
print(pi, sqrt(2), exp(1))
print(mpf("0.1") + mpf("0.2"), fac(25), gamma(mpf(1) / 3))
print(quad(lambda x: exp(-x * x), [-inf, inf]), sqrt(pi))
print(nsum(lambda n: 1 / n ** 2, [1, inf]), zeta(3))
print(findroot(lambda x: x ** 3 - 2, 1.2), diff(sin, 0), limit(lambda x: sin(x) / x, 0))
print(lu_solve(matrix([[2, 1], [1, 3]]), matrix([3, 5])))
print(polyroots([1, -6, 11, -6]))
