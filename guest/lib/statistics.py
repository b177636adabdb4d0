from math import erf, exp, fsum, log, pi, sqrt

from fractions import Fraction


class StatisticsError(ValueError):
    pass


def _coerce(a, b):
    if a is b or issubclass(b, int):
        return a
    if issubclass(a, int) or issubclass(b, a):
        return b
    if issubclass(a, b) or issubclass(a, float) and issubclass(b, Fraction):
        return a
    if issubclass(b, float) and issubclass(a, Fraction):
        return b
    raise TypeError("don't know how to coerce %s and %s" % (a.__name__, b.__name__))


def _exact(data, squares=False):
    # What the values are, and their exact sum, of the squares if that is asked for; one that is no number of any
    # size is the sum. What has the same denominator is added up first.
    parts = {1: 0}
    n = 0
    kind = int
    special = None
    for x in data:
        n += 1
        if type(x) is not kind:
            if not hasattr(x, "as_integer_ratio"):
                raise TypeError("can't convert type %r to numerator/denominator" % type(x).__name__)
            kind = _coerce(kind, type(x))
        try:
            a, b = x.as_integer_ratio()
        except (ValueError, OverflowError):
            special = x if special is None else special + x
            continue
        if squares:
            a *= a
            b *= b
        parts[b] = parts.get(b, 0) + a
    if special is None:
        special = sum([Fraction(a, b) for b, a in parts.items()], Fraction(0))
    return kind, special, n


def _convert(value, kind):
    if type(value) is kind or not isinstance(value, Fraction):
        return value
    if issubclass(kind, int):
        return kind(value) if value.denominator == 1 else float(value)
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
        return fsum(data) / n
    weights = [float(w) for w in weights]
    if len(weights) != n:
        raise StatisticsError("data and weights must be the same length")
    total = fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return fsum([x * w for x, w in zip(data, weights)]) / total


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
    if n == 1 and weights is None:
        if not hasattr(data[0], "as_integer_ratio"):
            raise TypeError("unsupported type")
        if data[0] < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        return data[0]
    weights = [1] * n if weights is None else list(weights)
    if len(weights) != n:
        raise StatisticsError("Number of weights does not match data size")
    if min(data) < 0 or min(weights) < 0:
        raise StatisticsError("harmonic mean does not support negative values")
    try:
        kind, total, _ = _exact([w / x if w else 0 for w, x in zip(weights, data)])
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(_exact(weights)[1] / total, kind)


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
    return fsum([a * b for a, b in zip(x, y)])


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


# What is divided by what, near the middle, further out, and in the tails; text, to be read to the last digit.
_NEAR = (
    "2509.0809287301227 33430.57558358813 67265.7709270087 45921.95393154987 "
    "13731.69376550946 1971.5909503065513 133.14166789178438 3.3871328727963665",
    "5226.495278852854 28729.085735721943 39307.89580009271 21213.794301586597 "
    "5394.196021424751 687.1870074920579 42.31333070160091 1.0",
)
_FAR = (
    "0.0007745450142783414 0.022723844989269184 0.2417807251774506 1.2704582524523684 "
    "3.6478483247632045 5.769497221460691 4.630337846156546 1.4234371107496835",
    "1.0507500716444169e-09 0.0005475938084995345 0.015198666563616457 0.14810397642748008 "
    "0.6897673349851 1.6763848301838038 2.053191626637759 1.0",
)
_TAIL = (
    "2.0103343992922881e-07 2.7115555687434876e-05 0.0012426609473880784 0.026532189526576124 "
    "0.29656057182850487 1.7848265399172913 5.463784911164114 6.657904643501103",
    "2.0442631033899397e-15 1.421511758316446e-07 1.8463183175100548e-05 0.0007868691311456133 "
    "0.014875361290850615 0.1369298809227358 0.599832206555888 1.0",
)


def _polynomial(coefficients, x):
    y = 0.0
    for c in coefficients.split():
        y = y * x + float(c)
    return y


class NormalDist:
    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self.mean = self.median = self.mode = float(mu)
        self.stdev = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(float(_exact(data)[1] / len(data)) if data else 0.0, stdev(data))

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
        return 0.5 * (1.0 + erf((x - self.mean) / (self.stdev * sqrt(2.0))))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self.stdev <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        # Wichura's AS 241.
        q = p - 0.5
        if abs(q) <= 0.425:
            r = 0.180625 - q * q
            return self.mean + _polynomial(_NEAR[0], r) * q / _polynomial(_NEAR[1], r) * self.stdev
        r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
        above, below, start = (_FAR[0], _FAR[1], 1.6) if r <= 5.0 else (_TAIL[0], _TAIL[1], 5.0)
        x = _polynomial(above, r - start) / _polynomial(below, r - start)
        return self.mean + (-x if q < 0.0 else x) * self.stdev

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        # Inman and Bradley.
        x, y = self, other
        if (y.stdev, y.mean) < (x.stdev, x.mean):
            x, y = y, x
        if not x.variance or not y.variance:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv = y.variance - x.variance
        dm = abs(y.mean - x.mean)
        if not dv:
            return 1.0 - erf(dm / (2.0 * x.stdev * sqrt(2.0)))
        a = x.mean * y.variance - y.mean * x.variance
        b = x.stdev * y.stdev * sqrt(dm * dm + dv * log(y.variance / x.variance))
        return 1.0 - sum([abs(y.cdf(at) - x.cdf(at)) for at in ((a + b) / dv, (a - b) / dv)])

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

    def __rsub__(self, other):
        return -(self - other)

    def __pos__(self):
        return NormalDist(self.mean, self.stdev)

    def __neg__(self):
        return NormalDist(-self.mean, self.stdev)

    def __mul__(self, other):
        return NormalDist(self.mean * other, self.stdev * abs(other))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return NormalDist(self.mean / other, self.stdev / abs(other))

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self.mean == other.mean and self.stdev == other.stdev

    def __hash__(self):
        return hash((self.mean, self.stdev))

    def __repr__(self):
        return "NormalDist(mu=%r, sigma=%r)" % (self.mean, self.stdev)
