# Conversions of what no integer holds.
import math

for x in (float("nan"), float("inf"), -float("inf"), 1e308, 5e-324, 1e20, -1e20, 2.0**63, 2.0**31,
          -(2.0**31) - 1, 1e300):
    for act in (int, round, math.floor, math.ceil, math.trunc, hash, str, lambda v: "%d" % v,
                lambda v: range(int(v)), lambda v: [0][int(v)],
                lambda v: chr(int(v)), lambda v: 1 << int(v) if abs(v) < 100 else 0,
                lambda v: int(v) // 7, lambda v: v % 1, lambda v: v // 0.1, lambda v: divmod(v, 3)):
        try:
            act(x)
        except (ValueError, OverflowError, IndexError, TypeError, MemoryError):
            pass
print("survived")  # expect: survived
