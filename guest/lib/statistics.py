from math import exp, log, pi, sqrt

from fractions import Fraction


class StatisticsError(ValueError):
    pass


def _exact(data, squares=False):
    # The exact sum, of the squares if that is asked for, and what the values are.
    # What has the same denominator is added up first.
    parts = {1: 0}
    n = 0
    kind = int
    special = None
    for x in data:
        n += 1
        if isinstance(x, float):
            kind = float if kind is int or kind is Fraction else kind
            if x - x != 0:
                special = x if special is None else special + x
                continue
        elif not isinstance(x, int):
            kind = float if kind is float and type(x) is Fraction else type(x)
            x = Fraction(x)
        a, b = x.as_integer_ratio()
        if squares:
            a *= a
            b *= b
        parts[b] = parts.get(b, 0) + a
    if special is None:
        special = sum([Fraction(a, b) for b, a in parts.items()], Fraction(0))
    return kind, special, n


def _convert(value, kind):
    if isinstance(value, float) or type(value) is kind:
        return value
    if kind is int:
        return value.numerator if value.denominator == 1 else value.numerator / value.denominator
    if kind is float:
        return value.numerator / value.denominator
    try:
        return kind(value)
    except TypeError:
        return kind(value.numerator) / kind(value.denominator)


def mean(data):
    kind, total, n = _exact(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / n, kind)


def fmean(data, weights=None):
    data = [float(x) for x in data]
    n = len(data)
    if not n:
        raise StatisticsError("fmean requires at least one data point")
    if weights is None:
        return float(_exact(data)[1]) / n
    weights = [float(w) for w in weights]
    if len(weights) != n:
        raise StatisticsError("data and weights must be the same length")
    total = float(_exact(weights)[1])
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return float(_exact([x * w for x, w in zip(data, weights)])[1]) / total


def geometric_mean(data):
    data = list(data)
    if not data or min(data) <= 0:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")
    return exp(fmean([log(x) for x in data]))


def harmonic_mean(data, weights=None):
    data = list(data)
    n = len(data)
    if not n:
        raise StatisticsError("harmonic_mean requires at least one data point")
    weights = [1] * n if weights is None else list(weights)
    if len(weights) != n:
        raise StatisticsError("Number of weights does not match data size")
    if min(data) < 0 or min(weights) < 0:
        raise StatisticsError("harmonic mean does not support negative values")
    if 0 in data:
        return 0
    kind = _exact(data)[0]
    total = sum([Fraction(w) / Fraction(x) for w, x in zip(weights, data)], Fraction(0))
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(sum([Fraction(w) for w in weights], Fraction(0)) / total, kind)


def _sorted(data, least=1):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    data = _sorted(data)
    n = len(data)
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    data = _sorted(data)
    n = len(data)
    x = data[n // 2]
    below = len([y for y in data if y < x])
    return float(x) - interval / 2 + interval * (n / 2 - below) / data.count(x)


def _counts(data):
    counts = {}
    order = []
    for x in data:
        if x not in counts:
            counts[x] = 0
            order.append(x)
        counts[x] += 1
    return counts, order


def mode(data):
    counts, order = _counts(data)
    if not order:
        raise StatisticsError("no mode for empty data")
    most = max(counts.values())
    for x in order:
        if counts[x] == most:
            return x


def multimode(data):
    counts, order = _counts(data)
    most = max(counts.values()) if counts else 0
    return [x for x in order if counts[x] == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    count = len(data)
    if count < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    if method == "inclusive":
        for i in range(1, n):
            j, delta = divmod(i * (count - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method != "exclusive":
        raise ValueError("Unknown method: %r" % method)
    for i in range(1, n):
        j = min(max(i * (count + 1) // n, 1), count - 1)
        delta = i * (count + 1) - j * n
        result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result


def _squares(data, center):
    data = list(data)
    if center is not None:
        return _exact([(x - center) * (x - center) for x in data])
    kind, total, n = _exact(data)
    squares = _exact(data, True)[1]
    return kind, squares - total * total / n if n and not isinstance(squares, float) else squares, n


def variance(data, xbar=None):
    kind, ss, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(ss / (n - 1), kind)


def pvariance(data, mu=None):
    kind, ss, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(ss / n, kind)


def _root(value, kind):
    if kind not in (int, float, Fraction, bool):
        return kind(value.numerator) .__truediv__(kind(value.denominator)).sqrt()
    # To the nearest: an integer root with enough bits.
    n, d = value.numerator, value.denominator
    if n == 0:
        return 0.0
    shift = max(0, 128 - (len(bin(n)) - len(bin(d))))
    shift += shift % 2
    x = (n << shift) // d
    r = 1 << (len(bin(x)) - 1) // 2
    while True:
        s = (r + x // r) >> 1
        if s >= r:
            break
        r = s
    return (r * 2 + 1) / (1 << shift // 2 + 1) if r * r * d != n << shift else r / (1 << shift // 2)


def stdev(data, xbar=None):
    kind, ss, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(ss / (n - 1), kind)


def pstdev(data, mu=None):
    kind, ss, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(ss / n, kind)


def _pairs(x, y, name):
    if len(x) != len(y):
        raise StatisticsError("%s requires that both inputs have same number of data points" % name)
    if len(x) < 2:
        raise StatisticsError("%s requires at least two data points" % name)
    mx = fmean(x)
    my = fmean(y)
    return ([a - mx for a in x], [b - my for b in y], mx, my)


def _dot(x, y):
    return float(_exact([a * b for a, b in zip(x, y)])[1])


def covariance(x, y):
    dx, dy, mx, my = _pairs(x, y, "covariance")
    return _dot(dx, dy) / (len(x) - 1)


def correlation(x, y):
    dx, dy, mx, my = _pairs(x, y, "correlation")
    try:
        return _dot(dx, dy) / sqrt(_dot(dx, dx) * _dot(dy, dy))
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


class LinearRegression(tuple):
    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return "LinearRegression(slope=%r, intercept=%r)" % tuple(self)


def linear_regression(x, y, *, proportional=False):
    dx, dy, mx, my = _pairs(x, y, "linear regression")
    if proportional:
        dx, dy = x, y
    try:
        slope = _dot(dx, dy) / _dot(dx, dx)
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression((slope, 0.0 if proportional else my - slope * mx))


class NormalDist:
    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self.mean = self.median = self.mode = float(mu)
        self.stdev = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    @property
    def variance(self):
        return self.stdev * self.stdev

    def samples(self, n, *, seed=None):
        import random

        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self.mean, self.stdev) for _ in range(n)]

    def pdf(self, x):
        if not self.variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        d = x - self.mean
        return exp(d * d / (-2.0 * self.variance)) / sqrt(2 * pi * self.variance)

    def cdf(self, x):
        if not self.stdev:
            raise StatisticsError("cdf() not defined when sigma is zero")
        from math import erf

        return 0.5 * (1.0 + erf((x - self.mean) / (self.stdev * sqrt(2.0))))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        # Bisection to where doubles end, then a step of Newton's.
        low, high = -40.0, 40.0
        standard = NormalDist()
        while high - low > 1e-9:
            middle = (low + high) / 2
            if standard.cdf(middle) < p:
                low = middle
            else:
                high = middle
        x = (low + high) / 2
        for _ in range(3):
            x -= (standard.cdf(x) - p) / standard.pdf(x)
        return self.mean + x * self.stdev

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def zscore(self, x):
        if not self.stdev:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self.mean) / self.stdev

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self.mean + other.mean, sqrt(self.variance + other.variance))
        return NormalDist(self.mean + other, self.stdev)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self.mean - other.mean, sqrt(self.variance + other.variance))
        return NormalDist(self.mean - other, self.stdev)

    def __mul__(self, other):
        return NormalDist(self.mean * other, self.stdev * abs(other))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return NormalDist(self.mean / other, self.stdev / abs(other))

    def __eq__(self, other):
        return isinstance(other, NormalDist) and self.mean == other.mean and self.stdev == other.stdev

    def __hash__(self):
        return hash((self.mean, self.stdev))

    def __repr__(self):
        return "NormalDist(mu=%r, sigma=%r)" % (self.mean, self.stdev)
