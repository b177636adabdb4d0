# cmath.
import cmath
z = cmath.exp(1j * cmath.pi)
print("%.6f %.6f" % (z.real, abs(z.imag)), "%.6f" % cmath.phase(-1))
# expect: -1.000000 0.000000 3.141593
r, phi = cmath.polar(3 + 4j)
print("%.6f %.6f" % (r, phi), "%.4f %.4f" % (cmath.sqrt(-4).real, cmath.sqrt(-4).imag))
# expect: 5.000000 0.927295 0.0000 2.0000
w = cmath.rect(2, cmath.pi / 2)
print("%.6f %.6f" % (abs(w.real), w.imag), "%.6f" % cmath.log(cmath.e).real,
      "%.6f" % cmath.cos(0).real)
# expect: 0.000000 2.000000 1.000000 1.000000
