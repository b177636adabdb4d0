def _gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


def _ratio(x):
    # An exact numerator and denominator of a float.
    if x != x:
        raise ValueError("cannot convert NaN to integer ratio")
    if x - x != 0:
        raise OverflowError("cannot convert Infinity to integer ratio")
    from math import frexp

    m, e = frexp(x)
    m = int(m * 2.0 ** 53)
    e -= 53
    while m and not m & 1 and e < 0:
        m >>= 1
        e += 1
    return (m << e, 1) if e >= 0 else (m, 1 << -e) if m else (0, 1)


def _parse(text):
    import re

    m = re.fullmatch(r"\s*([-+]?)(?=\d|\.\d)(\d*|\d+(?:_\d+)*)(?:/(\d+(?:_\d+)*)|(?:\.(\d*|\d+(?:_\d+)*))?(?:[eE]([-+]?\d+))?)\s*", text)
    if m is None:
        raise ValueError("Invalid literal for Fraction: %r" % text)
    sign, whole, denominator, decimals, exponent = m.groups()
    n = int((whole or "0").replace("_", ""))
    d = 1
    if denominator:
        d = int(denominator.replace("_", ""))
    else:
        if decimals:
            decimals = decimals.replace("_", "")
            d = 10 ** len(decimals)
            n = n * d + int(decimals)
        if exponent:
            exponent = int(exponent)
            if exponent >= 0:
                n *= 10 ** exponent
            else:
                d *= 10 ** -exponent
    return -n if sign == "-" else n, d


def _is_rational(x):
    return isinstance(x, (int, bool, Fraction))


class Fraction:
    def __init__(self, numerator=0, denominator=None):
        if denominator is None:
            if isinstance(numerator, Fraction):
                self.numerator = numerator.numerator
                self.denominator = numerator.denominator
                return
            if isinstance(numerator, (int, bool)):
                n, d = int(numerator), 1
            elif isinstance(numerator, float):
                n, d = _ratio(numerator)
            elif isinstance(numerator, str):
                n, d = _parse(numerator)
            elif hasattr(numerator, "as_integer_ratio"):
                n, d = numerator.as_integer_ratio()
            else:
                raise TypeError("argument should be a string or a Rational instance")
        else:
            if not _is_rational(numerator) or not _is_rational(denominator):
                raise TypeError("both arguments should be Rational instances")
            n, d = _parts(numerator)
            a, b = _parts(denominator)
            n, d = n * b, d * a
        if d == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % n)
        g = _gcd(n, d)
        if d < 0:
            g = -g
        self.numerator = n // g
        self.denominator = d // g

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))
        return cls(*_ratio(f))

    @classmethod
    def from_decimal(cls, dec):
        return cls(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        return self.numerator, self.denominator

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return self

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self.denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self.numerator, self.denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        low = Fraction(p0 + k * p1, q0 + k * q1)
        high = Fraction(p1, q1)
        return high if abs(high - self) <= abs(low - self) else low

    def __repr__(self):
        return "%s(%s, %s)" % (type(self).__name__, self.numerator, self.denominator)

    def __str__(self):
        return str(self.numerator) if self.denominator == 1 else "%s/%s" % (self.numerator, self.denominator)

    def _with(self, other, exact, inexact):
        if _is_rational(other):
            return exact(self.numerator, self.denominator, *_parts(other))
        if isinstance(other, (float, complex)):
            return inexact(float(self), other)
        return NotImplemented

    def __add__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction(a * d + c * b, b * d), lambda x, y: x + y)

    __radd__ = __add__

    def __sub__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction(a * d - c * b, b * d), lambda x, y: x - y)

    def __rsub__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction(c * b - a * d, b * d), lambda x, y: y - x)

    def __mul__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction(a * c, b * d), lambda x, y: x * y)

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction(a * d, b * c), lambda x, y: x / y)

    def __rtruediv__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction(c * b, d * a), lambda x, y: y / x)

    def __floordiv__(self, other):
        return self._with(other, lambda a, b, c, d: a * d // (b * c), lambda x, y: x // y)

    def __rfloordiv__(self, other):
        return self._with(other, lambda a, b, c, d: c * b // (d * a), lambda x, y: y // x)

    def __mod__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction(a * d % (c * b), b * d), lambda x, y: x % y)

    def __rmod__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction(c * b % (a * d), b * d), lambda x, y: y % x)

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __pow__(self, other):
        if _is_rational(other):
            n, d = _parts(other)
            if d != 1:
                return float(self) ** (n / d)
            if n >= 0:
                return Fraction(self.numerator ** n, self.denominator ** n)
            return Fraction(self.denominator ** -n, self.numerator ** -n)
        return float(self) ** other

    def __rpow__(self, other):
        if self.denominator == 1 and self.numerator >= 0:
            return other ** self.numerator
        return other ** float(self)

    def __neg__(self):
        return Fraction(-self.numerator, self.denominator)

    def __pos__(self):
        return Fraction(self)

    def __abs__(self):
        return Fraction(abs(self.numerator), self.denominator)

    def __int__(self):
        return -(-self.numerator // self.denominator) if self.numerator < 0 else self.numerator // self.denominator

    __trunc__ = __int__

    def __float__(self):
        return self.numerator / self.denominator

    def __floor__(self):
        return self.numerator // self.denominator

    def __ceil__(self):
        return -(-self.numerator // self.denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            q, r = divmod(self.numerator, self.denominator)
            return q + (2 * r > self.denominator or (2 * r == self.denominator and q % 2 == 1))
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __bool__(self):
        return self.numerator != 0

    def __hash__(self):
        return hash(self.numerator) if self.denominator == 1 else hash(float(self)) if float(self) == self else hash((self.numerator, self.denominator))

    def _order(self, other):
        if _is_rational(other):
            n, d = _parts(other)
        elif isinstance(other, float):
            if other - other != 0:
                return None if other != other else -1 if other > 0 else 1
            n, d = _ratio(other)
        else:
            return NotImplemented
        return self.numerator * d - n * self.denominator

    def __eq__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order == 0

    def __ne__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order != 0

    def __lt__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order is not None and order < 0

    def __le__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order is not None and order <= 0

    def __gt__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order is not None and order > 0

    def __ge__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order is not None and order >= 0

    def __reduce__(self):
        return type(self), (self.numerator, self.denominator)


def _parts(x):
    return (x.numerator, x.denominator) if isinstance(x, Fraction) else (int(x), 1)
