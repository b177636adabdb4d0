# Double precision, as every Python has it.
print(0.5 + 0.25, 1e100, 1e-7, 1.5e300 * 10, 3.0, -0.0)
# expect: 0.75 1e+100 1e-07 1.5e+301 3.0 -0.0
print(1 / 4, 2 / 3 > 0.66, 1e15 + 2, 123456.789)  # expect: 0.25 True 1000000000000002.0 123456.789
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, divmod(7.5, 2))  # expect: 3.0 -4.0 1.5 0.5 (3.0, 1.5)
print(2.25 ** 0.5, 4 ** -0.5, 10.0 ** -3)  # expect: 1.5 0.5 0.001
print(float("inf"), float("-inf"), float("nan"), 1e308 * 10)  # expect: inf -inf nan inf
print(float("1e5"), float("  -2.5 "), float("0.1"), float(7))  # expect: 100000.0 -2.5 0.1 7.0
print(int(2.9), int(-2.9), int(1e20), round(2.5), round(3.5), round(-2.5))
# expect: 2 -2 100000000000000000000 2 4 -2
print(1.0 == 1, 1.5 > 1, float("nan") == float("nan"), 0.0 == -0.0)  # expect: True True False True
print("%.3f %e %g %g" % (3.14159, 31415.9, 0.0001, 1e20))  # expect: 3.142 3.141590e+04 0.0001 1e+20
print("{:.2f} {:10.3f}| {:<10.1f}| {:e} {:.0%}".format(2.345, 2.0, 2.5, 12345.678, 0.25))
# expect: 2.35      2.000| 2.5       | 1.234568e+04 25%
try:
    1.0 / 0
except ZeroDivisionError as e:
    print(type(e).__name__)
# expect: ZeroDivisionError
try:
    int(float("inf"))
except OverflowError as e:
    print(type(e).__name__)
# expect: OverflowError
print(max(1, 2.5), min(0.5, 1), sum([0.5, 0.25]), abs(-1.5))  # expect: 2.5 0.5 0.75 1.5
