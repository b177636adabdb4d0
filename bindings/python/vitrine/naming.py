"""Grants by name: "clock", "files:path=data,at=/data", and what installed packages offer.

A package offers one by an entry point in the group `vitrine.grants`: something that is
called with the options as keywords, texts or True, and returns a Grant.
"""

from __future__ import annotations

import re
from importlib.metadata import entry_points

from . import _core
from .grants import Grant, Plugin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

GROUP = "vitrine.grants"
_OURS = ("clock", "random", "files", "scratch", "web", "sqlite")
_OPTION = re.compile(r"((?:[^\\,]|\\.?)*)(?:,|$)", re.S)


def grant(text: str) -> Grant:
    """NAME:OPTION=VALUE,… as behind the command's --grant: a comma or backslash in a value
    has a backslash before it. A name of ours is never another's."""
    name, _, options = text.partition(":")
    ours = _core.grant_text(name, options)
    if ours is not None:
        return Plugin(name, **ours)
    offers = [point for point in _points() if point.name == name]
    if not offers:
        known = sorted({*_OURS, *(point.name for point in _points())})
        raise ValueError(f"no such grant: {name!r}; there are {', '.join(known)}")
    if len({point.value for point in offers}) > 1:
        raise ValueError(f"several packages offer a grant {name!r}: take one of them as an object")
    try:
        made = offers[0].load()(**_read(options))
    except TypeError as error:
        raise ValueError(f"grant {text!r}: {error}") from None
    if not hasattr(made, "open"):
        raise TypeError(f"{offers[0].value} made no Grant, but {type(made).__name__}")
    return made  # type: ignore[no-any-return]


def _points() -> Any:
    found: Any = entry_points()
    return found.select(group=GROUP) if hasattr(found, "select") else found.get(GROUP, ())


def _read(text: str) -> dict[str, str | bool]:
    options: dict[str, str | bool] = {}
    for match in _OPTION.finditer(text):
        name, equals, value = match[1].partition("=")
        name = name.replace("-", "_")
        if not name:
            continue
        if name in options:
            raise ValueError(f"{name} is given twice")
        options[name] = re.sub(r"\\(.)", r"\1", value, flags=re.S) if equals else True
    return options
