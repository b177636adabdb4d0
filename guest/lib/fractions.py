"""fractions: exact rational numbers."""

import math
import numbers
import operator
import sys

from decimal import Decimal

__all__ = ["Fraction"]


def _parse(text):
    import re

    m = re.fullmatch(
        r"\s*([-+]?)(?=\d|\.\d)(\d*|\d+(?:_\d+)*)"
        r"(?:(?:/(\d+(?:_\d+)*))?|(?:\.(\d*|\d+(?:_\d+)*))?(?:[eE]([-+]?\d+(?:_\d+)*))?)\s*",
        text,
    )
    if m is None:
        raise ValueError("Invalid literal for Fraction: %r" % text)
    sign, whole, denominator, decimals, exponent = m.groups()
    n = int(whole or "0")
    d = 1
    if denominator:
        d = int(denominator)
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


def _make(n, d):
    # Of coprime numbers, the second positive.
    self = object.__new__(Fraction)
    self._numerator = n
    self._denominator = d
    return self


def _reduced(n, d):
    if d == 0:
        raise ZeroDivisionError("Fraction(%s, 0)" % n)
    g = math.gcd(n, d)
    if d < 0:
        g = -g
    return _make(n, d) if g == 1 else _make(n // g, d // g)


def _add(a, b, c, d):
    # Knuth, volume 2, 4.5.1: what can be shortened lies in the greatest common divisor of b and d.
    g = math.gcd(b, d)
    if g == 1:
        return _make(a * d + b * c, b * d)
    s = b // g
    t = a * (d // g) + c * s
    g = math.gcd(t, g)
    return _make(t, s * d) if g == 1 else _make(t // g, s * (d // g))


def _sub(a, b, c, d):
    return _add(a, b, -c, d)


def _mul(a, b, c, d):
    g = math.gcd(a, d)
    if g > 1:
        a //= g
        d //= g
    g = math.gcd(c, b)
    if g > 1:
        c //= g
        b //= g
    return _make(a * c, b * d)


def _truediv(a, b, c, d):
    if c == 0:
        raise ZeroDivisionError("Fraction(%s, 0)" % (a * d))
    return _mul(a, b, d, c) if c > 0 else _mul(a, b, -d, -c)


def _floordiv(a, b, c, d):
    return a * d // (b * c)


def _mod(a, b, c, d):
    return _reduced(a * d % (c * b), b * d)


def _divmod(a, b, c, d):
    whole, rest = divmod(a * d, b * c)
    return whole, _reduced(rest, b * d)


def _operators(exact, inexact):
    def forward(a, b):
        if isinstance(b, int):
            return exact(a._numerator, a._denominator, int(b), 1)
        if isinstance(b, Fraction):
            return exact(a._numerator, a._denominator, b._numerator, b._denominator)
        if isinstance(b, float):
            return inexact(float(a), b)
        if isinstance(b, complex):
            return inexact(complex(a), b)
        return NotImplemented

    def backward(b, a):
        if isinstance(a, int):
            return exact(int(a), 1, b._numerator, b._denominator)
        if isinstance(a, numbers.Rational):
            return exact(a.numerator, a.denominator, b._numerator, b._denominator)
        if isinstance(a, numbers.Real):
            return inexact(float(a), float(b))
        if isinstance(a, numbers.Complex):
            return inexact(complex(a), complex(b))
        return NotImplemented

    return forward, backward


class Fraction(numbers.Rational):
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                n, d = numerator, 1
            elif isinstance(numerator, (float, Decimal)):
                n, d = numerator.as_integer_ratio()
            elif isinstance(numerator, str):
                n, d = _parse(numerator)
                if d == 0:
                    raise ZeroDivisionError("Fraction(%s, 0)" % n)
                g = math.gcd(n, d)
                n //= g
                d //= g
            elif isinstance(numerator, numbers.Rational):
                n, d = numerator.numerator, numerator.denominator
            else:
                raise TypeError("argument should be a string or a Rational instance")
        else:
            if type(numerator) is int and type(denominator) is int:
                n, d = numerator, denominator
            elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
                n = numerator.numerator * denominator.denominator
                d = denominator.numerator * numerator.denominator
            else:
                raise TypeError("both arguments should be Rational instances")
            if d == 0:
                raise ZeroDivisionError("Fraction(%s, 0)" % n)
            g = math.gcd(n, d)
            if d < 0:
                g = -g
            n //= g
            d //= g
        self = object.__new__(cls)
        self._numerator = n
        self._denominator = d
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(
                "%s.from_decimal() only takes Decimals, not %r (%s)" % (cls.__name__, dec, type(dec).__name__)
            )
        return cls(*dec.as_integer_ratio())

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
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
        return "%s(%s, %s)" % (type(self).__name__, self._numerator, self._denominator)

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return "%s/%s" % (self._numerator, self._denominator)

    __add__, __radd__ = _operators(_add, operator.add)
    __sub__, __rsub__ = _operators(_sub, operator.sub)
    __mul__, __rmul__ = _operators(_mul, operator.mul)
    __truediv__, __rtruediv__ = _operators(_truediv, operator.truediv)
    __floordiv__, __rfloordiv__ = _operators(_floordiv, operator.floordiv)
    __mod__, __rmod__ = _operators(_mod, operator.mod)
    __divmod__, __rdivmod__ = _operators(_divmod, divmod)

    def __pow__(a, b):
        if not isinstance(b, numbers.Rational):
            return float(a) ** b
        if b.denominator != 1:
            return float(a) ** float(b)
        n, d, power = a._numerator, a._denominator, b.numerator
        if power >= 0:
            return _make(n**power, d**power)
        if n > 0:
            return _make(d**-power, n**-power)
        if n == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % d**-power)
        return _make((-d) ** -power, (-n) ** -power)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a**b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a**b._numerator
        return a ** float(b)

    def __pos__(self):
        return _make(self._numerator, self._denominator)

    def __neg__(self):
        return _make(-self._numerator, self._denominator)

    def __abs__(self):
        return _make(abs(self._numerator), self._denominator)

    def __int__(self):
        n = self._numerator
        return -(-n // self._denominator) if n < 0 else n // self._denominator

    __trunc__ = __int__

    def __float__(self):
        return self._numerator / self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            rest *= 2
            return whole + (rest > self._denominator or (rest == self._denominator and whole & 1 == 1))
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __bool__(self):
        return bool(self._numerator)

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, sys.hash_info.modulus)
        except ValueError:
            return sys.hash_info.inf if self._numerator > 0 else -sys.hash_info.inf
        # The hash of an integer, and so of a product, is its rest.
        found = hash(hash(abs(self._numerator)) * inverse)
        if self._numerator < 0:
            found = -found
        return -2 if found == -1 else found

    def __eq__(self, other):
        if type(other) is int:
            return self._numerator == other and self._denominator == 1
        if isinstance(other, Fraction):
            return self._numerator == other._numerator and self._denominator == other._denominator
        if isinstance(other, numbers.Rational):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, numbers.Complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            return math.isfinite(other) and self == self.from_float(other)
        return NotImplemented

    def _order(self, other, compare):
        if isinstance(other, (int, Fraction)) or isinstance(other, numbers.Rational):
            return compare(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return compare(self, self.from_float(other)) if math.isfinite(other) else compare(0.0, other)
        return NotImplemented

    def __lt__(self, other):
        return self._order(other, operator.lt)

    def __le__(self, other):
        return self._order(other, operator.le)

    def __gt__(self, other):
        return self._order(other, operator.gt)

    def __ge__(self, other):
        return self._order(other, operator.ge)

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else type(self)(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()
