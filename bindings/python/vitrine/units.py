"""Sizes and times as people write them, and as the library counts them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import timedelta
    from typing import Any, Union

    Size = Union[int, str]
    Duration = Union[float, str, timedelta]

UNLIMITED = 2**64 - 1
_SIZES = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
_TIMES = (("ms", 10**6), ("s", 10**9), ("m", 60 * 10**9), ("", 10**9))


def _is_int(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _in_range(name: str, given: object, number: int) -> int:
    if number <= 0:
        raise ValueError(f"{name}={given!r}: it has to be more than 0; None is unlimited")
    if number >= UNLIMITED:
        raise ValueError(f"{name}={given!r} is too large; None is unlimited")
    return number


def count(name: str, value: Any) -> int:
    """A number of things."""
    if not _is_int(value):
        raise TypeError(f"{name} must be int or None, not {type(value).__name__}")
    return _in_range(name, value, int(value))


def size(name: str, value: Any) -> int:
    """Bytes: 65536, "64K", "1.5M"."""
    if isinstance(value, str):
        text = value.strip()
        unit = text[-1:].upper() if text[-1:].isalpha() else ""
        number = _number(text[: len(text) - len(unit)])
        if number is None or unit not in _SIZES:
            raise ValueError(f"{name}={value!r} is no size: bytes, or with K, M or G, as '64M'")
        return _in_range(name, value, round(number * _SIZES[unit]))
    if not _is_int(value):
        raise TypeError(f"{name} must be int, str or None, not {type(value).__name__}")
    return _in_range(name, value, int(value))


def nanoseconds(name: str, value: Any) -> int:
    """A time: 1.5, "250ms", "2m", a timedelta."""
    if isinstance(value, str):
        text = value.strip()
        for unit, factor in _TIMES:
            if text.endswith(unit):
                number = _number(text[: len(text) - len(unit)])
                if number is None:
                    break
                return _in_range(name, value, round(number * factor))
        raise ValueError(f"{name}={value!r} is no time: seconds, or with ms, s or m, as '250ms'")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if value != value or value in (float("inf"), float("-inf")):
            raise ValueError(f"{name}={value!r} is no time; None is unlimited")
        return _in_range(name, value, round(value * 10**9))
    if not isinstance(value, bool) and hasattr(value, "total_seconds"):
        return _in_range(name, value, round(value.total_seconds() * 10**9))
    raise TypeError(f"{name} must be float, str, timedelta or None, not {type(value).__name__}")


def _number(text: str) -> float | None:
    digits = text.strip()
    plain = digits.replace(".", "", 1)
    return float(digits) if plain.isascii() and plain.isdigit() else None
