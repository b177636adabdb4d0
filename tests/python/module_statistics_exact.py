"""Sums that no rounding may touch, of data of several kinds; counters of what has classes of its own."""
import random
import statistics
from collections import Counter
from decimal import Decimal
from fractions import Fraction

r = random.Random(3)
floats = [r.random() * 10 ** r.randint(-20, 20) for _ in range(300)]
for data in (floats, [1e308, -1e307, 5e-324], [1, 2.5, Fraction(1, 3)], [Decimal("1.5"), Decimal("2.25"), 3],
             [Fraction(1, 3), Fraction(2, 7), 5], [True, False, 3], [10**30, -(10**30), 1], [0.1] * 10, [float("inf"), 1.0]):
    for f in (statistics.mean, statistics.fmean, statistics.variance, statistics.pvariance, statistics.stdev, statistics.pstdev):
        try:
            print(f.__name__, f(data))
        except (TypeError, OverflowError, AttributeError) as e:
            print(f.__name__, type(e).__name__ in ("TypeError", "OverflowError", "AttributeError"))
print(statistics.variance(floats, statistics.mean(floats)), statistics.pvariance([1, 2, 3, 4.5], 2.5), statistics.pvariance([1, 2], 5))


class Odd:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n % 2 == other.n % 2

    def __hash__(self):
        return self.n % 2

    def __repr__(self):
        return "Odd(%d)" % self.n


class Half(Counter):
    def __setitem__(self, key, value):
        super().__setitem__(key, value / 2)


print(Counter(Odd(i) for i in range(7)), Half("abracadabra"), Counter("abracadabra", a=5, z=1))
c = Counter({"a": 2**30 - 1, "b": 2.5, "c": Fraction(1, 2), "d": 2**70})
c.update("aaabbcddd")
print(c, Counter([1, 1.0, True, "1"]), Counter(x for x in ()), Counter(a=3) + Counter("aab"))
try:
    Counter([[]])
except TypeError as e:
    print(e)
try:
    Counter(5)
except TypeError as e:
    print(e)
