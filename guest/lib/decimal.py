# Decimal numbers after the General Decimal Arithmetic Specification: a sign, an
# int of digits and an exponent. Special values have the exponent F, n or N.

import numbers
import sys

from collections import namedtuple
from math import isqrt

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING = "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING"
ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP"
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997
HAVE_THREADS = True
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"
HAVE_CONTEXTVAR = True


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class InvalidContext(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)
_PARENT = {ConversionSyntax: InvalidOperation, DivisionImpossible: InvalidOperation, DivisionUndefined: InvalidOperation, InvalidContext: InvalidOperation}


_TENS = [10**k for k in range(61)]


def _len(n):
    # How many digits.
    k = n.bit_length() * 30103 // 100000
    return k + (n >= (_TENS[k] if k <= 60 else 10**k)) or 1


def _round_up(mode, sign, n, half, rest):
    # Whether n, of which a part is cut off, is one more: rest, which is not 0, against half.
    if mode == ROUND_HALF_UP:
        return rest >= half
    if mode == ROUND_DOWN:
        return False
    if mode == ROUND_HALF_DOWN:
        return rest > half
    if mode == ROUND_UP:
        return True
    if mode == ROUND_CEILING:
        return not sign
    if mode == ROUND_FLOOR:
        return sign
    return n % 5 == 0


def _cut(sign, n, digits, mode):
    # Without the last digits; whether that was exact.
    unit = _TENS[digits] if digits <= 60 else 10**digits
    q, r = divmod(n, unit)
    if r == 0:
        return q, True
    # Twice: half a unit is an integer then.
    r *= 2
    if (r > unit or (r == unit and q & 1)) if mode == ROUND_HALF_EVEN else _round_up(mode, sign, q, unit, r):
        q += 1
    return q, False


_RANGES = {
    "prec": (1, MAX_PREC, "valid range for prec is [1, MAX_PREC]"),
    "Emin": (MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]"),
    "Emax": (0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]"),
    "capitals": (0, 1, "valid values for capitals are 0 or 1"),
    "clamp": (0, 1, "valid values for clamp are 0 or 1"),
}


class Context:
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = _default
        self.prec = base.prec if prec is None else prec
        self.rounding = base.rounding if rounding is None else rounding
        self.Emin = base.Emin if Emin is None else Emin
        self.Emax = base.Emax if Emax is None else Emax
        self.capitals = base.capitals if capitals is None else capitals
        self.clamp = base.clamp if clamp is None else clamp
        self.traps = base.traps if traps is None else traps
        self.flags = flags or []

    def __setattr__(self, name, value):
        if name in _RANGES:
            if not isinstance(value, int):
                raise TypeError("an integer is required")
            low, high, text = _RANGES[name]
            if not low <= value <= high:
                raise ValueError(text)
        elif name == "flags" or name == "traps":
            value = _signals(value)
        elif name != "rounding":
            raise AttributeError("'decimal.Context' object has no attribute '%s'" % name)
        elif value not in _MODES:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        object.__setattr__(self, name, value)
        if name == "prec":
            # Coefficients that need no rounding are below; 0: none is known to be.
            object.__setattr__(self, "_top", 10**value if value <= 1000 else 0)

    def __repr__(self):
        return ("Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[%s], traps=[%s])"
                % (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                   ", ".join([s.__name__ for s in _SHOWN if self.flags[s]]), ", ".join([s.__name__ for s in _SHOWN if self.traps[s]])))

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags, self.traps)

    __copy__ = copy

    def clear_flags(self):
        for s in _SIGNALS:
            self.flags[s] = False

    def clear_traps(self):
        for s in _SIGNALS:
            self.traps[s] = False

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def _raise(self, condition, value=None):
        signal = _PARENT.get(condition, condition)
        self.flags[signal] = True
        if self.traps[signal]:
            raise signal([condition])
        return _NAN if value is None else value

    def _rounded(self, exact):
        self.flags[Rounded] = True
        if not exact:
            self._raise(Inexact)
        if self.traps[Rounded]:
            raise Rounded([Rounded])

    def create_decimal(self, num="0"):
        d = Decimal(num, self)
        return d._fix_nan(self) if d.is_nan() else d._fix(self)

    def create_decimal_from_float(self, f):
        return Decimal.from_float(f)._fix(self)

    def add(self, a, b):
        return _make(a)._add(_make(b), self)

    def subtract(self, a, b):
        return _make(a)._add(_make(b).copy_negate(), self)

    def multiply(self, a, b):
        return _make(a)._mul(_make(b), self)

    def divide(self, a, b):
        return _make(a)._div(_make(b), self)

    def divide_int(self, a, b):
        return _make(a)._quotient(_make(b), self)

    def remainder(self, a, b):
        return _make(a)._remainder(_make(b), self)

    def power(self, a, b, modulo=None):
        a, b = _make(a), _make(b)
        return a._pow(b, self) if modulo is None else a._pow_modulo(b, _make(modulo), self)

    def abs(self, a):
        return _make(a).copy_abs()._fix(self)

    def minus(self, a):
        return _make(a)._negated(self)

    def plus(self, a):
        return _make(a)._same(self)

    def quantize(self, a, b):
        return _make(a).quantize(b, context=self)

    def to_integral_value(self, a):
        return _make(a).to_integral_value(None, self)

    def to_integral_exact(self, a):
        return _make(a).to_integral_exact(None, self)

    def to_sci_string(self, a):
        return _make(a)._text(False, self)

    def to_eng_string(self, a):
        return _make(a)._text(True, self)

    def divmod(self, a, b):
        return _make(a)._divmod(_make(b), self)

    def copy_decimal(self, a):
        return _make(a)

    def copy_sign(self, a, b):
        return _make(a).copy_sign(b)

    def is_normal(self, a):
        return _make(a).is_normal(self)

    def is_subnormal(self, a):
        return _make(a).is_subnormal(self)

    def number_class(self, a):
        return _make(a).number_class(self)

    def radix(self):
        return Decimal(10)

    def __reduce__(self):
        flags = [s for s in _SIGNALS if self.flags[s]]
        traps = [s for s in _SIGNALS if self.traps[s]]
        return Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, flags, traps)


def _of_context(name, plain):
    # The method of a number, as one of a context.
    if plain:
        return lambda self, a: getattr(_make(a), name)()
    return lambda self, a, *others: getattr(_make(a), name)(*[_make(o) for o in others], context=self)


for _name in "sqrt exp ln log10 normalize fma max min compare compare_signal compare_total compare_total_mag logb logical_and logical_invert logical_or logical_xor max_mag min_mag next_minus next_plus next_toward remainder_near rotate same_quantum scaleb shift".split():
    setattr(Context, _name, _of_context(_name, False))
for _name in "canonical copy_abs copy_negate is_canonical is_finite is_infinite is_nan is_qnan is_signed is_snan is_zero".split():
    setattr(Context, _name, _of_context(_name, True))


_MODES = (ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP)


def _signals(chosen):
    if isinstance(chosen, dict):
        return {s: bool(chosen.get(s)) for s in _SIGNALS}
    return {s: s in chosen for s in _SIGNALS}


class _Default:
    prec = 28
    rounding = ROUND_HALF_EVEN
    Emin = -999999
    Emax = 999999
    capitals = 1
    clamp = 0
    traps = (InvalidOperation, DivisionByZero, Overflow)


_default = _Default
DefaultContext = Context()
BasicContext = Context(9, ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, traps=[])
_default = DefaultContext
_current = DefaultContext.copy()


def getcontext():
    return _current


def setcontext(context):
    global _current
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current = context


class _Local:
    def __init__(self, context, options):
        self._new = context.copy()
        for name, value in options.items():
            if name not in _RANGES and name not in ("flags", "traps", "rounding"):
                raise TypeError("'%s' is an invalid keyword argument for this function" % name)
            setattr(self._new, name, value)

    def __enter__(self):
        self._old = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *args):
        setcontext(self._old)


def localcontext(ctx=None, **options):
    return _Local(getcontext() if ctx is None else ctx, options)


def _parse(text):
    sign = text[:1] == "-"
    whole, _, decimals = (text[1:] if sign else text).partition(".")
    digits = whole + decimals
    if digits.isdecimal():
        return int(sign), int(digits), -len(decimals)
    import re

    m = re.fullmatch(r"(?i)([-+])?(?:(?=\d|\.\d)(\d*)(?:\.(\d*))?(?:e([-+]?\d+))?|inf(inity)?|(s)?nan(\d*))", text.strip().replace("_", ""))
    if m is None:
        return None
    sign = int(m[1] == "-")
    if m[2] is not None:
        decimals = m[3] or ""
        return sign, int(m[2] + decimals or "0"), int(m[4] or "0") - len(decimals)
    if m[7] is None:
        return sign, 0, "F"
    return sign, int(m[7] or "0"), "N" if m[6] else "n"


def _of_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exp = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if exp not in ("F", "n", "N") and not isinstance(exp, int):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    n = 0
    for d in digits:
        if not isinstance(d, int) or not 0 <= d <= 9:
            raise ValueError("coefficient must be a tuple of digits")
        n = n * 10 + d
    return sign, 0 if exp == "F" else n, exp


_specs = {}


class Decimal:
    __slots__ = ("_sign", "_int", "_exp")

    def __new__(cls, value="0", context=None):
        if isinstance(value, int):
            value = int(value)
            parts = int(value < 0), abs(value), 0
        elif isinstance(value, Decimal):
            parts = value._sign, value._int, value._exp
        elif isinstance(value, str):
            parts = _parse(value)
            if parts is None:
                (context or getcontext())._raise(ConversionSyntax)
                parts = 0, 0, "n"
        elif isinstance(value, float):
            (context or getcontext())._raise(FloatOperation)
            value = Decimal.from_float(value)
            parts = value._sign, value._int, value._exp
        elif isinstance(value, (tuple, list)):
            parts = _of_tuple(value)
        else:
            raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)
        self = object.__new__(cls)
        self._sign, self._int, self._exp = parts
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return Decimal(f) if cls is Decimal else cls(Decimal(f))
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        from math import copysign

        if f != f:
            return cls("-nan" if copysign(1.0, f) < 0 else "nan")
        if f - f != 0:
            return cls("inf" if f > 0 else "-inf")
        n, d = abs(f).as_integer_ratio()
        k = len(bin(d)) - 3
        made = _new(int(copysign(1.0, f) < 0), n * 5**k, -k)
        return made if cls is Decimal else cls(made)

    # --- what it is ---

    def is_nan(self):
        return self._exp == "n" or self._exp == "N"

    def is_qnan(self):
        return self._exp == "n"

    def is_snan(self):
        return self._exp == "N"

    def is_infinite(self):
        return self._exp == "F"

    def is_finite(self):
        return isinstance(self._exp, int)

    def is_zero(self):
        return self._int == 0 and isinstance(self._exp, int)

    def is_signed(self):
        return self._sign == 1

    def is_normal(self, context=None):
        return self.is_finite() and self._int != 0 and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        return self.is_finite() and self._int != 0 and self.adjusted() < (context or getcontext()).Emin

    def is_canonical(self):
        return True

    def canonical(self):
        return self

    def adjusted(self):
        return self._exp + _len(self._int) - 1 if isinstance(self._exp, int) else 0

    def as_tuple(self):
        digits = () if self.is_nan() and not self._int else tuple([int(c) for c in str(self._int)])
        return DecimalTuple(self._sign, digits, self._exp)

    def as_integer_ratio(self):
        if not self.is_finite():
            if self.is_nan():
                raise ValueError("cannot convert NaN to integer ratio")
            raise OverflowError("cannot convert Infinity to integer ratio")
        from math import gcd

        n, d = self._int * 10 ** max(self._exp, 0), 10 ** max(-self._exp, 0)
        g = gcd(n, d)
        return (-n if self._sign else n) // g, d // g

    def copy_abs(self):
        return _new(0, self._int, self._exp)

    def copy_negate(self):
        return _new(1 - self._sign, self._int, self._exp)

    def copy_sign(self, other):
        return _new(_make(other)._sign, self._int, self._exp)

    def conjugate(self):
        return self

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def radix(self):
        return Decimal(10)

    # --- text ---

    def _text(self, eng, context=None):
        sign = "-" if self._sign else ""
        if self._exp == "F":
            return sign + "Infinity"
        if self.is_nan():
            return sign + ("sNaN" if self._exp == "N" else "NaN") + (str(self._int) if self._int else "")
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not eng:
            point = 1
        elif self._int == 0:
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            text = "0." + "0" * -point + digits
        elif point >= len(digits):
            text = digits + "0" * (point - len(digits))
        else:
            text = digits[:point] + "." + digits[point:]
        if left != point:
            text += "%s%+d" % ("E" if (context or getcontext()).capitals else "e", left - point)
        return sign + text

    def __str__(self):
        return self._text(False)

    def to_eng_string(self, context=None):
        return self._text(True, context)

    def __repr__(self):
        return "Decimal('%s')" % self

    def __format__(self, spec):
        found = _specs.get(spec)
        if found is None:
            import re

            m = re.fullmatch(r"(?s)(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([eEfFgGn%])?", spec)
            if m is None:
                raise ValueError("invalid format string")
            if len(_specs) > 9:
                _specs.clear()
            found = _specs[spec] = m.groups()
        fill, align, plus, z, alternate, zero, width, comma, precision, kind = found
        if zero and not align:
            fill, align = "0", "="
        lower = kind in ("g", "n")
        kind = kind or ("" if precision is None else "g")
        sign = "-" if self._sign else plus if plus in ("+", " ") else ""
        if self.is_finite():
            d = self
            rounding = getcontext().rounding
            if kind == "%":
                d = _new(d._sign, d._int, d._exp + 2)
            if precision is not None:
                precision = int(precision)
                if kind in "eE":
                    d = d._to_digits(precision + 1, rounding)
                elif kind in "fF%":
                    d = d._rescale(-precision, rounding)
                elif _len(d._int) > max(precision, 1):
                    d = d._to_digits(max(precision, 1), rounding)
            if d._int == 0 and d._exp > 0 and kind in "fF%":
                d = d._rescale(0, rounding)
            if z and d._int == 0 and sign == "-":
                sign = plus if plus in ("+", " ") else ""
            d = d.copy_abs()
            if kind and kind in "fF%":
                text = str(d._int * 10 ** d._exp) if d._exp >= 0 else d._plain()
            elif kind in ("e", "E"):
                digits = str(d._int)
                exponent = d._exp + len(digits) - 1
                if d._int == 0 and precision is not None:
                    digits = "0" * (precision + 1)
                    exponent = d._exp + precision
                text = digits[0] + ("." + digits[1:] if len(digits) > 1 else "") + "%s%+d" % (kind, exponent)
            else:
                text = str(d)
                if lower:
                    text = text.replace("E", "e")
        else:
            text = str(self.copy_abs())
            if zero:
                fill, align = " ", ">"
        if kind == "%":
            text += "%"
        if comma:
            end = 0
            while end < len(text) and "0" <= text[end] <= "9":
                end += 1
            whole = text[:end]
            groups = []
            need = int(width or 0) - len(sign) - (len(text) - end) if align == "=" and fill == "0" else 0
            while len(whole) > 3 or (need > len(whole) + 4 * len(groups) and need > 3 + 4 * len(groups)):
                groups.append(("000" + whole)[-3:])
                whole = whole[:-3] or "0"
            if need > len(whole) + 4 * len(groups):
                whole = "0" * (need - len(whole) - 4 * len(groups)) + whole
            groups.append(whole)
            text = comma.join(reversed(groups)) + text[end:]
        gap = int(width or 0) - len(sign) - len(text)
        if gap <= 0:
            return sign + text
        fill = fill or " "
        if align == "<":
            return sign + text + fill * gap
        if align == "=":
            return sign + fill * gap + text
        if align == "^":
            return fill * (gap // 2) + sign + text + fill * (gap - gap // 2)
        return fill * gap + sign + text

    def _plain(self):
        text = str(self._int)
        places = -self._exp
        if len(text) <= places:
            text = "0" * (places + 1 - len(text)) + text
        return text[:-places] + "." + text[-places:]

    def _to_digits(self, digits, rounding):
        d = self
        n = _len(d._int)
        if d._int == 0:
            return d
        if n > digits:
            q, exact = _cut(d._sign, d._int, n - digits, rounding)
            d = _new(d._sign, q, d._exp + n - digits)
            if _len(q) > digits:
                d = _new(d._sign, q // 10, d._exp + 1)
            return d
        return _new(d._sign, d._int * 10 ** (digits - n), d._exp - (digits - n))

    # --- rounding ---

    def _rescale(self, exp, rounding):
        if self._exp >= exp:
            return _new(self._sign, self._int * 10 ** (self._exp - exp), exp)
        return _new(self._sign, _cut(self._sign, self._int, exp - self._exp, rounding)[0], exp)

    def _fix(self, context):
        if type(self) is not Decimal:
            self = _new(self._sign, self._int, self._exp)
        if not isinstance(self._exp, int):
            return self
        n, exp = self._int, self._exp
        if n < context._top and context.Emin <= exp <= context.Emax - context.prec:
            return self
        tiny = context.Emin - context.prec + 1
        if n == 0:
            low, high = tiny, context.Emax
            return self if low <= exp <= high else _new(self._sign, 0, min(max(exp, low), high))
        digits = _len(n)
        least = max(exp + digits - context.prec, tiny)
        if digits <= context.prec and exp >= tiny and exp + digits - 1 <= context.Emax:
            if exp + digits - 1 < context.Emin:
                context._raise(Subnormal, self)
            return self
        subnormal = exp + digits - 1 < context.Emin
        if least > exp:
            n, exact = _cut(self._sign, n, least - exp, context.rounding)
            exp = least
            if _len(n) > context.prec:
                n //= 10
                exp += 1
            context._rounded(exact)
            if subnormal and not exact:
                context._raise(Underflow, self)
        if subnormal:
            context._raise(Subnormal, self)
        if n and exp + _len(n) - 1 > context.Emax:
            mode = context.rounding
            down = mode in (ROUND_DOWN, ROUND_05UP) or mode == (ROUND_FLOOR if not self._sign else ROUND_CEILING)
            value = _new(self._sign, 10 ** context.prec - 1, context.Emax - context.prec + 1) if down else _new(self._sign, 0, "F")
            context._raise(Inexact, self)
            context._raise(Rounded, self)
            return context._raise(Overflow, value)
        return _new(self._sign, n, exp)

    def _fix_nan(self, context):
        most = context.prec - context.clamp
        return _new(self._sign, self._int % 10**most, self._exp) if _len(self._int) > most else self

    def quantize(self, exp, rounding=None, context=None):
        context = context or _current
        exp = _make(exp)
        to = exp._exp
        try:
            cut = to - self._exp
        except TypeError:
            cut = 99
        if cut <= 60 and context.Emin <= to <= context.Emax - context.prec:
            n, exact = _cut(self._sign, self._int, cut, rounding or context.rounding) if cut > 0 else (self._int * 10**-cut, True)
            if n < context._top:
                d = _new(self._sign, n, to)
                if cut > 0 and self._int:
                    context._rounded(exact)
                return d
        nan = self._nan(exp, context)
        if nan is not None:
            return nan
        if not self.is_finite() or not exp.is_finite():
            if self._exp == exp._exp:
                return self
            return context._raise(InvalidOperation)
        if not context.Etiny() <= exp._exp <= context.Emax:
            return context._raise(InvalidOperation)
        d = self._rescale(exp._exp, rounding or context.rounding)
        if _len(d._int) > context.prec or (d._int and d.adjusted() > context.Emax):
            return context._raise(InvalidOperation)
        if d._exp > self._exp:
            context._raise(Rounded, d)
            if d != self:
                context._raise(Inexact, d)
        return d

    def same_quantum(self, other, context=None):
        other = _make(other)
        return self._exp == other._exp or (self.is_nan() and other.is_nan())

    def to_integral_value(self, rounding=None, context=None):
        if not isinstance(self._exp, int) or self._exp >= 0:
            return self
        return self._rescale(0, rounding or (context or getcontext()).rounding)

    to_integral = to_integral_exact = to_integral_value

    def normalize(self, context=None):
        context = context or getcontext()
        d = self._fix(context)
        if not d.is_finite():
            return d
        if d._int == 0:
            return _new(d._sign, 0, 0)
        n, exp = d._int, d._exp
        while n % 10 == 0 and exp < context.Emax:
            n //= 10
            exp += 1
        return _new(d._sign, n, exp)

    def __round__(self, n=None):
        if n is None:
            if not self.is_finite():
                return self._int_or_raise()
            return int(self._rescale(0, ROUND_HALF_EVEN))
        if not isinstance(n, int):
            raise TypeError("optional arg must be an integer")
        return self.quantize(_new(0, 1, -n))

    def __floor__(self):
        return int(self._rescale(0, ROUND_FLOOR)) if self.is_finite() else self._int_or_raise()

    def __ceil__(self):
        return int(self._rescale(0, ROUND_CEILING)) if self.is_finite() else self._int_or_raise()

    def _int_or_raise(self):
        if self.is_nan():
            raise ValueError("cannot convert NaN to integer")
        raise OverflowError("cannot convert Infinity to integer")

    def __int__(self):
        if not self.is_finite():
            self._int_or_raise()
        n = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -n if self._sign else n

    __trunc__ = __int__

    def __float__(self):
        if self.is_snan():
            raise ValueError("cannot convert signaling NaN to float")
        return float(("-nan" if self._sign else "nan") if self.is_nan() else str(self))

    def __complex__(self):
        return complex(float(self))

    def __bool__(self):
        return self._int != 0 or not isinstance(self._exp, int)

    def __hash__(self):
        if self.is_snan():
            raise TypeError("Cannot hash a signaling NaN value")
        if self.is_nan():
            return object.__hash__(self)
        if self._exp == "F":
            return hash(float(self))
        p = sys.hash_info.modulus
        power = pow(10, self._exp, p) if self._exp >= 0 else pow(pow(10, -1, p), -self._exp, p)
        found = self._int * power % p
        if self._sign:
            found = -found
        return -2 if found == -1 else found

    # --- order ---

    def _compare(self, other):
        # Neither is a NaN.
        a, b = self, other
        if a._exp == "F" or b._exp == "F":
            x = 0 if a._exp != "F" else -1 if a._sign else 1
            y = 0 if b._exp != "F" else -1 if b._sign else 1
            return (x > y) - (x < y)
        if a._int == 0 or b._int == 0:
            x = 0 if a._int == 0 else -1 if a._sign else 1
            y = 0 if b._int == 0 else -1 if b._sign else 1
            return (x > y) - (x < y)
        if a._sign != b._sign:
            return -1 if a._sign else 1
        x, y = a.adjusted(), b.adjusted()
        if x == y:
            exp = min(a._exp, b._exp)
            x = a._int * 10 ** (a._exp - exp)
            y = b._int * 10 ** (b._exp - exp)
        return (x > y) - (x < y) if not a._sign else (x < y) - (x > y)

    def _order(self, other, ordering=True):
        if type(other) is not Decimal:
            other = _operand(other, True, ordering)
        if other is None:
            return NotImplemented
        try:
            gap = self._exp - other._exp
        except TypeError:
            gap = 99
        if -60 <= gap <= 60:
            x, y = self._int, other._int
            if gap > 0:
                x *= _TENS[gap]
            elif gap:
                y *= _TENS[-gap]
            if self._sign:
                x = -x
            if other._sign:
                y = -y
            return (x > y) - (x < y)
        if self.is_nan() or other.is_nan():
            if ordering or self.is_snan() or other.is_snan():
                getcontext()._raise(InvalidOperation)
            return None
        return self._compare(other)

    def __eq__(self, other):
        order = self._order(other, False)
        return order if order is NotImplemented else order == 0

    def __ne__(self, other):
        order = self._order(other, False)
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

    def compare(self, other, context=None):
        other = _make(other)
        nan = self._nan(other, context or getcontext())
        return Decimal(self._compare(other)) if nan is None else nan

    def max(self, other, context=None):
        return self._pick(_make(other), 1, context or getcontext())

    def min(self, other, context=None):
        return self._pick(_make(other), -1, context or getcontext())

    def _pick(self, other, way, context, sizes=False):
        if self.is_qnan() and not other.is_nan():
            return other._fix(context)
        if other.is_qnan() and not self.is_nan():
            return self._fix(context)
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        order = sizes and self.copy_abs()._compare(other.copy_abs()) or self._compare(other) or (other._sign - self._sign) or (0 if self._exp == other._exp else (1 if self._exp > other._exp else -1) * (-1 if self._sign else 1))
        return (self if order * way >= 0 else other)._fix(context)

    # --- arithmetic ---

    def _nan(self, other, context):
        for d in (self, other):
            if d is not None and d.is_snan():
                return context._raise(InvalidOperation, _new(d._sign, d._int, "n"))
        for d in (self, other):
            if d is not None and d.is_nan():
                return d
        return None

    def _add(self, other, context):
        x, y, exp = self._int, other._int, self._exp
        try:
            gap = exp - other._exp
        except TypeError:
            gap = 99
        if x and y and -60 <= gap <= 60:
            if gap > 0:
                x *= _TENS[gap]
                exp = other._exp
            elif gap:
                y *= _TENS[-gap]
            sign = self._sign
            if sign == other._sign:
                n = x + y
            else:
                n = x - y
                if n < 0:
                    n = -n
                    sign = other._sign
                elif n == 0:
                    sign = int(context.rounding == ROUND_FLOOR)
            return _new(sign, n, exp)._fix(context)
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if self._exp == "F" or other._exp == "F":
            if self._exp == other._exp and self._sign != other._sign:
                return context._raise(InvalidOperation)
            return self if self._exp == "F" else other
        a, b = self, other
        exp = min(a._exp, b._exp)
        if a._int and b._int:
            # Far apart, the smaller one only tells which way to round.
            if a._exp < b._exp:
                a, b = b, a
            gap = max(context.prec + 2, _len(b._int)) + 2
            if a._exp - b._exp > gap + context.prec and a._exp - (b._exp + _len(b._int)) > context.prec + 2:
                exp = a._exp - context.prec - 3
                b = _new(b._sign, 1, exp)
        elif a._int or b._int:
            a = a if a._int else b
            exp = max(exp, a._exp - max(context.prec - _len(a._int), 0)) if exp < a._exp else exp
            return (a._rescale(exp, ROUND_DOWN) if exp <= a._exp else a)._fix(context)
        x = a._int * 10 ** (a._exp - exp) if a._exp > exp else a._int
        y = b._int * 10 ** (b._exp - exp) if b._exp > exp else b._int
        n = (-x if a._sign else x) + (-y if b._sign else y)
        if n == 0:
            sign = int(a._sign and b._sign) if a._sign == b._sign else int(context.rounding == ROUND_FLOOR)
        else:
            sign = int(n < 0)
        return _new(sign, abs(n), exp)._fix(context)

    def _mul(self, other, context):
        try:
            return _new(self._sign ^ other._sign, self._int * other._int, self._exp - -other._exp)._fix(context)
        except TypeError:
            pass
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if not self or not other:
            return context._raise(InvalidOperation)
        return _new(self._sign ^ other._sign, 0, "F")

    def _div(self, other, context):
        try:
            self._exp - other._exp
        except TypeError:
            nan = self._nan(other, context)
            if nan is not None:
                return nan
        sign = self._sign ^ other._sign
        if self._exp == "F":
            return context._raise(InvalidOperation) if other._exp == "F" else _new(sign, 0, "F")
        if other._exp == "F":
            context._raise(Clamped, self)
            return _new(sign, 0, context.Etiny())
        if other._int == 0:
            if self._int == 0:
                return context._raise(DivisionUndefined)
            return context._raise(DivisionByZero, _new(sign, 0, "F"))
        exp = self._exp - other._exp
        if self._int == 0:
            return _new(sign, 0, exp)._fix(context)
        shift = _len(other._int) - _len(self._int) + context.prec + 1
        ideal = exp
        exp -= shift
        q, r = divmod(self._int * (_TENS[shift] if shift <= 60 else 10**shift), other._int) if shift >= 0 else divmod(self._int, other._int * 10**-shift)
        if r:
            if q % 5 == 0:
                q += 1
        elif exp < ideal and q % 10 == 0:
            digits = str(q)
            zeros = min(ideal - exp, len(digits) - len(digits.rstrip("0")))
            q //= 10**zeros
            exp += zeros
        return _new(sign, q, exp)._fix(context)

    def _divmod(self, other, context):
        nan = self._nan(other, context)
        if nan is not None:
            return nan, nan
        sign = self._sign ^ other._sign
        if self._exp == "F":
            q = context._raise(InvalidOperation) if other._exp == "F" else _new(sign, 0, "F")
            return q, context._raise(InvalidOperation)
        if other._exp == "F":
            return _new(sign, 0, 0), self._fix(context)
        if other._int == 0:
            if self._int == 0:
                return context._raise(DivisionUndefined), _NAN
            nan = context._raise(InvalidOperation)
            return context._raise(DivisionByZero, _new(sign, 0, "F")), nan
        exp = min(self._exp, other._exp)
        if self.adjusted() - other.adjusted() > context.prec + 1:
            return context._raise(DivisionImpossible), _NAN
        if self.adjusted() < other.adjusted():
            q, r = 0, self._int * 10 ** (self._exp - exp) if self._exp - exp < 10000 else 0
            return _new(sign, 0, 0), (_new(self._sign, r, exp) if r or not self._int else self)._fix(context)
        q, r = divmod(self._int * 10 ** (self._exp - exp), other._int * 10 ** (other._exp - exp))
        if q >= 10 ** context.prec:
            return context._raise(DivisionImpossible), _NAN
        return _new(sign, q, 0), _new(self._sign, r, exp)._fix(context)

    def remainder_near(self, other, context=None):
        context = context or getcontext()
        other = _make(other)
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if self._exp == "F":
            return context._raise(InvalidOperation)
        if other._exp == "F":
            return self._fix(context)
        if other._int == 0:
            return context._raise(InvalidOperation if self._int else DivisionUndefined)
        exp = min(self._exp, other._exp)
        if self._int == 0:
            return _new(self._sign, 0, exp)._fix(context)
        apart = self.adjusted() - other.adjusted()
        if apart > context.prec + 1:
            return context._raise(DivisionImpossible)
        if apart < -1:
            return self._rescale(max(exp, self._exp - context.prec), ROUND_DOWN)._fix(context)
        unit = other._int * 10 ** (other._exp - exp)
        q, r = divmod(self._int * 10 ** (self._exp - exp), unit)
        if 2 * r + (q & 1) > unit:
            q += 1
            r -= unit
        if q >= 10**context.prec:
            return context._raise(DivisionImpossible)
        return _new(self._sign ^ (r < 0), abs(r), exp)._fix(context)

    def fma(self, other, third, context=None):
        context = context or getcontext()
        return self._mul(_make(other), Context(prec=MAX_PREC, traps=[]))._add(_make(third), context)

    def _count(self, other, most, context):
        # A whole number that is not too large, or NaN.
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if other._exp != 0 or other._int > most:
            return context._raise(InvalidOperation)

    def scaleb(self, other, context=None):
        context = context or getcontext()
        other = _make(other)
        nan = self._count(other, 2 * (context.Emax + context.prec), context)
        if nan is not None or not self.is_finite():
            return self if nan is None else nan
        return _new(self._sign, self._int, self._exp + int(other))._fix(context)

    def shift(self, other, context=None):
        context = context or getcontext()
        other = _make(other)
        nan = self._count(other, context.prec, context)
        if nan is not None or not self.is_finite():
            return self if nan is None else nan
        n = int(other)
        digits = self._int * 10**n if n >= 0 else self._int // 10**-n
        return _new(self._sign, digits % 10**context.prec, self._exp)

    def rotate(self, other, context=None):
        context = context or getcontext()
        other = _make(other)
        nan = self._count(other, context.prec, context)
        if nan is not None or not self.is_finite():
            return self if nan is None else nan
        head, tail = divmod(self._int % 10**context.prec, 10 ** (-int(other) % context.prec))
        return _new(self._sign, tail * 10 ** (int(other) % context.prec) + head, self._exp)

    def logb(self, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if self._exp == "F":
            return self.copy_abs()
        return Decimal(self.adjusted())._fix(context) if self._int else context._raise(DivisionByZero, _new(1, 0, "F"))

    def number_class(self, context=None):
        if self.is_nan():
            return "sNaN" if self.is_snan() else "NaN"
        kind = "Infinity" if self._exp == "F" else "Zero" if self._int == 0 else "Subnormal" if self.is_subnormal(context) else "Normal"
        return ("-" if self._sign else "+") + kind

    def compare_signal(self, other, context=None):
        context = context or getcontext()
        other = _make(other)
        for d in (self, other):
            if d.is_nan():
                return context._raise(InvalidOperation, _new(d._sign, d._int, "n"))
        return Decimal(self._compare(other))

    def compare_total(self, other, context=None):
        other = _make(other)
        a, b = _total(self), _total(other)
        order = (a > b) - (a < b)
        if a == b and self.is_finite():
            order = self._compare(other) or (self._exp > other._exp) - (self._exp < other._exp) if not self._sign else self._compare(other) or (self._exp < other._exp) - (self._exp > other._exp)
        return Decimal(order)

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_make(other).copy_abs())

    def max_mag(self, other, context=None):
        return self._pick(_make(other), 1, context or getcontext(), True)

    def min_mag(self, other, context=None):
        return self._pick(_make(other), -1, context or getcontext(), True)

    def next_toward(self, other, context=None):
        context = context or getcontext()
        other = _make(other)
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        order = self._compare(other)
        if order == 0:
            return self.copy_sign(other)
        d = self.next_plus(context) if order < 0 else self.next_minus(context)
        if d._exp == "F":
            context._raise(Rounded, d)
            context._raise(Inexact, d)
            return context._raise(Overflow, d)
        if d.adjusted() < context.Emin:
            context._raise(Underflow, d)
            context._raise(Subnormal, d)
            context._raise(Rounded, d)
            context._raise(Inexact, d)
        return d

    def _logical(self, other, context, operation):
        bits = []
        for d in (self, other):
            if d._sign or d._exp != 0 or str(d._int).strip("01"):
                return context._raise(InvalidOperation)
            bits.append(int(str(d._int), 2))
        made = operation(*bits) & (1 << context.prec) - 1
        return _new(0, int(bin(made)[2:]), 0)

    def logical_and(self, other, context=None):
        return self._logical(_make(other), context or getcontext(), lambda a, b: a & b)

    def logical_or(self, other, context=None):
        return self._logical(_make(other), context or getcontext(), lambda a, b: a | b)

    def logical_xor(self, other, context=None):
        return self._logical(_make(other), context or getcontext(), lambda a, b: a ^ b)

    def logical_invert(self, context=None):
        return self._logical(self, context or getcontext(), lambda a, b: ~a)

    def next_plus(self, context=None):
        return self._next(ROUND_CEILING, 0, context or getcontext())

    def next_minus(self, context=None):
        return self._next(ROUND_FLOOR, 1, context or getcontext())

    def _next(self, rounding, sign, context):
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if self._exp == "F":
            return self if self._sign == sign else _new(1 - sign, 10**context.prec - 1, context.Etop())
        context = context.copy()
        context.rounding = rounding
        context.traps = _signals([])
        new = self._fix(context)
        return new if new != self else self._add(_new(sign, 1, context.Etiny() - 1), context)

    def sqrt(self, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if self._int == 0 and self._exp != "F":
            return _new(self._sign, 0, self._exp // 2)._fix(context)
        if self._sign:
            return context._raise(InvalidOperation)
        if self._exp == "F":
            return self
        n, exp = self._int, self._exp
        ideal = exp // 2
        if exp % 2:
            n *= 10
            exp -= 1
        shift = max(0, context.prec + 1 - (_len(n) + 1) // 2)
        n *= 100 ** shift
        exp -= 2 * shift
        r = isqrt(n)
        exp //= 2
        if r * r == n:
            while exp < ideal and r % 10 == 0:
                r //= 10
                exp += 1
        elif r % 5 == 0:
            r += 1
        half = context.copy()
        half.rounding = ROUND_HALF_EVEN
        result = _new(0, r, exp)._fix(half)
        context.flags.update({s: True for s in _SIGNALS if half.flags[s]})
        return result

    def exp(self, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if self._exp == "F":
            return Decimal(0) if self._sign else self
        if self._int == 0:
            return Decimal(1)
        if self.adjusted() > 8:
            return _new(0, 1, -10 ** 9 if self._sign else 10 ** 9)._fix(context)
        extra = 5
        while True:
            places = context.prec + extra + max(self.adjusted(), 0) + 3
            # e ** x = 10 ** k * e ** rest, with k about x / ln(10).
            ten = _ln10(places + 12)
            x = _scaled(self, places + 12)
            k, rest = divmod(x, ten)
            value = _exp_scaled(rest // 10 ** 12, places)
            if not _is_tie(value, _len(value) - context.prec, extra):
                break
            extra += 20
        return _new(0, value, k - places)._fix(_half_even(context))

    def ln(self, context=None):
        return self._log(context or getcontext(), None)

    def log10(self, context=None):
        if self._sign == 0 and self._int and isinstance(self._exp, int):
            n = str(self._int)
            if n.rstrip("0") == "1":
                return Decimal(self.adjusted())._fix(context or getcontext())
        return self._log(context or getcontext(), 10)

    def _log(self, context, base):
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if self._int == 0 and self._exp != "F":
            return _new(1, 0, "F")
        if self._sign:
            return context._raise(InvalidOperation)
        if self._exp == "F":
            return self
        if self == 1:
            return Decimal(0)
        extra = 5
        while True:
            places = context.prec + extra + 3
            # Near 1 the logarithm is small: as many digits more.
            if self.adjusted() in (0, -1):
                gap = self._add(Decimal(-1), Context(prec=_len(self._int) + 10, traps=[]))
                places += max(0, -gap.adjusted())
            k = self.adjusted()
            mantissa = _new(0, self._int, self._exp - k)
            value = _ln_scaled(_scaled(mantissa, places + 5), places + 5) + k * _ln10(places + 5)
            if base:
                value = value * 10 ** (places + 5) // _ln10(places + 5)
            value //= 10 ** 5
            size = abs(value)
            if not _is_tie(size, _len(size) - context.prec, extra):
                break
            extra += 20
        return _new(int(value < 0), size, -places)._fix(_half_even(context))

    def _pow(self, other, context):
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if not other:
            return context._raise(InvalidOperation) if not self else Decimal(1)
        whole = other._exp == "F" or other == other.to_integral_value(ROUND_DOWN)
        sign = 0
        base = self
        if self._sign:
            if other._exp == "F" or not whole:
                if self:
                    return context._raise(InvalidOperation)
            elif int(other) % 2:
                sign = 1
            base = self.copy_negate()
        if not base:
            return _new(sign, 0, "F") if other._sign else _new(sign, 0, 0)
        if base._exp == "F":
            return _new(sign, 0, 0) if other._sign else _new(sign, 0, "F")
        if other._exp == "F":
            order = base._compare(Decimal(1))
            if order == 0:
                return Decimal(1)
            return Decimal(0) if (order < 0) != bool(other._sign) else _new(0, 0, "F")
        if base == 1:
            return _new(sign, 10 ** (context.prec - 1), 1 - context.prec) if not whole or base._exp else _new(sign, 1, 0)
        if whole and abs(int(other)) * _len(base._int) <= 4 * context.prec + 4000:
            n = abs(int(other))
            value = _new(sign, base._int ** n, base._exp * n)
            return Decimal(1)._div(value, context) if other._sign else value._fix(context)
        if other == Decimal("0.5"):
            root = base.sqrt(context)
            if root._mul(root, Context(prec=MAX_PREC, traps=[])) == base:
                return _new(sign, root._int, root._exp)
        more = context.copy()
        more.prec = context.prec + 12 + max(other.adjusted(), 0) + abs(len(str(base.adjusted())))
        more.traps = _signals([])
        value = base.ln(more)._mul(other, more).exp(more)
        context._raise(Inexact, value)
        context._raise(Rounded, value)
        return _new(sign, value._int, value._exp)._fix(context)

    def __add__(self, other):
        if type(other) is not Decimal:
            other = _operand(other)
            if other is None:
                return NotImplemented
        return self._add(other, _current)

    __radd__ = __add__

    def __sub__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else self._add(other if other.is_nan() else other.copy_negate(), _current)

    def __rsub__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else other - self

    def __mul__(self, other):
        if type(other) is not Decimal:
            other = _operand(other)
            if other is None:
                return NotImplemented
        return self._mul(other, _current)

    __rmul__ = __mul__

    def __truediv__(self, other):
        if type(other) is not Decimal:
            other = _operand(other)
            if other is None:
                return NotImplemented
        return self._div(other, _current)

    def __rtruediv__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else other._div(self, getcontext())

    def __floordiv__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else self._quotient(other, getcontext())

    def _quotient(self, other, context):
        if self._exp != "F" and isinstance(other._exp, int) and other._int == 0 and self._int:
            return context._raise(DivisionByZero, _new(self._sign ^ other._sign, 0, "F"))
        if self._exp == "F" and isinstance(other._exp, int):
            return _new(self._sign ^ other._sign, 0, "F")
        return self._divmod(other, context)[0]

    def _remainder(self, other, context):
        if isinstance(self._exp, int) and isinstance(other._exp, int) and other._int == 0:
            return context._raise(DivisionUndefined if self._int == 0 else InvalidOperation)
        if self._exp == "F" and not other.is_nan():
            return context._raise(InvalidOperation)
        return self._divmod(other, context)[1]

    def __rfloordiv__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else other // self

    def __mod__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else self._remainder(other, getcontext())

    def __rmod__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else other % self

    def __divmod__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else self._divmod(other, getcontext())

    def __rdivmod__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else other._divmod(self, getcontext())

    def __pow__(self, other, modulo=None):
        other = _operand(other)
        if other is None or modulo is None:
            return NotImplemented if other is None else self._pow(other, getcontext())
        modulo = _operand(modulo)
        return NotImplemented if modulo is None else self._pow_modulo(other, modulo, getcontext())

    def _pow_modulo(self, other, modulo, context):
        for d in (self, other, modulo):
            nan = d._nan(None, context)
            if nan is not None:
                return nan
        whole = [d.is_finite() and d == d.to_integral_value() for d in (self, other, modulo)]
        if not all(whole) or other < 0 or modulo == 0 or (self == 0 and other == 0) or modulo.adjusted() >= context.prec:
            return context._raise(InvalidOperation)
        n = pow(abs(int(self)), int(other), abs(int(modulo)))
        return _new(self._sign if int(other) % 2 else 0, n, 0)

    def __rpow__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else other._pow(self, getcontext())

    def _negated(self, context):
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if self.is_zero() and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self.copy_negate()._fix(context)

    def _same(self, context):
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        return (self.copy_abs() if self.is_zero() and context.rounding != ROUND_FLOOR else self)._fix(context)

    def __neg__(self):
        return self._negated(getcontext())

    def __pos__(self):
        return self._same(getcontext())

    def __abs__(self):
        context = getcontext()
        return self._negated(context) if self._sign else self._same(context)

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else type(self)(self)

    def __deepcopy__(self, memo):
        return self.__copy__()


DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent")


def _total(d):
    # Where the kind of number is in the total order, and a NaN among its kind.
    kind = 1 if d._exp == "F" else 3 if d._exp == "n" else 2 if d._exp == "N" else 0
    key = kind, d._int if kind > 1 else 0
    return (-1, -key[0], -key[1]) if d._sign else (1, key[0], key[1])


def _new(sign, n, exp):
    d = object.__new__(Decimal)
    d._sign = sign
    d._int = n
    d._exp = exp
    return d


_NAN = _new(0, 0, "n")


def _make(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)


def _operand(value, comparing=False, ordering=False):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    if comparing:
        if isinstance(value, float):
            context = getcontext()
            if ordering:
                context._raise(FloatOperation)
            context.flags[FloatOperation] = True
            return Decimal.from_float(value)
        if hasattr(value, "numerator") and hasattr(value, "denominator"):
            return Decimal(value.numerator)._div(Decimal(value.denominator), Context(prec=50, traps=[]))
    return None


def _half_even(context):
    if context.rounding == ROUND_HALF_EVEN:
        return context
    context = context.copy()
    context.rounding = ROUND_HALF_EVEN
    return context


def _is_tie(n, cut, extra):
    # Whether the digits to be cut could round either way.
    if cut <= 0:
        return False
    unit = 10 ** cut
    rest = n % unit
    slack = 10 ** max(cut - extra + 2, 1)
    return min(abs(2 * rest - unit), rest, unit - rest) <= slack


def _scaled(d, places):
    # d * 10 ** places, rounded down.
    exp = d._exp + places
    n = d._int * 10 ** exp if exp >= 0 else d._int // 10 ** -exp
    return -n if d._sign else n


def _exp_scaled(x, places):
    # e ** (x / 10 ** places), for x below ln(10): halved, summed, squared.
    guard = 10 + places // 20
    unit = 10 ** (places + guard)
    x *= 10 ** guard
    halvings = 8 + len(bin(places))
    x >>= halvings
    total = term = unit
    i = 1
    while term:
        term = term * x // (i * unit)
        total += term
        i += 1
    for _ in range(halvings):
        total = total * total // unit
    return total // 10 ** guard


def _ln_scaled(x, places):
    # ln(x / 10 ** places), for x from 1 to 10: roots towards 1, then a series.
    guard = 10 + places // 20
    unit = 10 ** (places + guard)
    x *= 10 ** guard
    roots = 6 + len(bin(places)) // 2
    for _ in range(roots):
        x = isqrt(x * unit)
    y = (x - unit) * unit // (x + unit)
    square = y * y // unit
    total = term = y
    i = 1
    while term:
        term = term * square // unit
        i += 2
        total += term // i
    return (total * 2 << roots) // 10 ** guard


_ln10_cache = {}


def _ln10(places):
    value = _ln10_cache.get(places)
    if value is None:
        if len(_ln10_cache) > 20:
            _ln10_cache.clear()
        value = _ln10_cache[places] = _ln_scaled(10 ** (places + 5) * 10, places + 5) // 10 ** 5
    return value


numbers.Number.register(Decimal)
Decimal.__name__ = "decimal.Decimal"
Context.__name__ = "decimal.Context"
