"""A host function's signature, as the library reads it, from its annotations.

The library checks arguments against it before the function is called. What a guest can
pass is plain data: an annotation that names anything else could never be met, and is
refused when the function is registered.
"""

from __future__ import annotations

import collections.abc
import inspect
import types
import typing
from typing import Any, Callable

PLAIN = {
    None: "None", type(None): "None", bool: "bool", int: "int", float: "float", str: "str",
    bytes: "bytes", list: "list", tuple: "tuple", dict: "dict", set: "set",
    frozenset: "frozenset", Any: "Any", object: "Any",
    collections.abc.Mapping: "dict", collections.abc.MutableMapping: "dict",
    collections.abc.Sequence: "list|tuple", collections.abc.MutableSequence: "list",
    collections.abc.Iterable: "list|tuple|set|frozenset",
    collections.abc.Collection: "list|tuple|set|frozenset",
    collections.abc.Set: "set|frozenset", collections.abc.MutableSet: "set",
}  # fmt: skip
UNION_TYPES = (typing.Union, getattr(types, "UnionType", typing.Union))
DEEPEST = 6  # a type of types of types; deeper ones are not checked further
SHOWN = 60  # characters of a default


def _shape(annotation: Any, depth: int = 0) -> str | None:
    """The type in the library's words; None: no such thing can cross."""
    if isinstance(annotation, typing.TypeVar):
        return "Any"
    if hasattr(annotation, "__supertype__"):  # NewType
        return _shape(annotation.__supertype__, depth)
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is None:
        if isinstance(annotation, type) and hasattr(annotation, "__total__"):  # TypedDict
            return "dict"
        try:
            return PLAIN.get(annotation)
        except TypeError:
            return None
    if origin is typing.Literal:
        return _union(_shape(type(value), depth) for value in args)
    if hasattr(annotation, "__metadata__"):  # Annotated
        return _shape(args[0], depth)
    if origin in UNION_TYPES:
        return _union(_shape(arg, depth) for arg in args)
    name = PLAIN.get(origin)
    if name is None or depth >= DEEPEST:
        return name
    return _holding(name, args, depth + 1)


def _holding(name: str, args: tuple[Any, ...], depth: int) -> str | None:
    if name == "dict" and len(args) == 2:
        key, value = _shape(args[0], depth), _shape(args[1], depth)
        return None if key is None or value is None else f"dict[{key}, {value}]"
    if name == "tuple" and not (len(args) == 2 and args[1] is Ellipsis):
        return name  # of places that differ: the library checks that it is a tuple
    item = _shape(args[0], depth) if args else "Any"
    if item is None:
        return None
    tail = {"tuple": ", ..."}
    return "|".join([f"{one}[{item}{tail.get(one, '')}]" for one in name.split("|")])


def _union(shapes: typing.Iterable[str | None]) -> str | None:
    found = list(dict.fromkeys(shapes))
    return None if None in found else " | ".join(typing.cast("list[str]", found))


def _default(value: Any) -> str:
    plain = value is None or isinstance(value, (bool, int, float, str, bytes, list, tuple, dict))
    text = repr(value) if plain else "..."
    return text if len(text) <= SHOWN and text.isprintable() else "..."


def _parameter(name: str, function: str, p: inspect.Parameter, hint: Any) -> str:
    star: str = "*" if p.kind == p.VAR_POSITIONAL else "**" if p.kind == p.VAR_KEYWORD else ""
    text = star + name
    if hint is not p.empty:
        shape = _shape(hint)
        if shape is None:
            shown = getattr(hint, "__name__", None) or str(hint)
            raise TypeError(
                f"{function}(): parameter {name!r} is annotated {shown}, and a guest can pass "
                "plain data only: None, bool, int, float, str, bytes, list, tuple, dict, set"
            )
        text += f": {shape}"
    if p.default is not p.empty:
        text += f" = {_default(p.default)}" if hint is not p.empty else f"={_default(p.default)}"
    return text


def _hints(function: Callable[..., Any]) -> dict[str, Any]:
    target: Any = function
    while hasattr(target, "func"):  # functools.partial
        target = target.func
    if not hasattr(target, "__annotations__"):
        target = type(target).__call__
    try:
        return typing.get_type_hints(target)
    except Exception:  # names that only a type checker can see
        return {}


def of(name: str, function: Callable[..., Any]) -> str | None:
    """The signature; None if Python does not know it: then nothing is checked."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return None
    hints = _hints(function)
    parts, before = [], None
    for p in signature.parameters.values():
        if before == p.POSITIONAL_ONLY and p.kind != p.POSITIONAL_ONLY:
            parts.append("/")
        if p.kind == p.KEYWORD_ONLY and before not in (p.KEYWORD_ONLY, p.VAR_POSITIONAL):
            parts.append("*")
        parts.append(_parameter(p.name, name, p, hints.get(p.name, p.empty)))
        before = p.kind
    if before == inspect.Parameter.POSITIONAL_ONLY:
        parts.append("/")
    answer = _shape(hints["return"]) if "return" in hints else None
    return f"({', '.join(parts)})" + (f" -> {answer}" if answer else "")


def _tests(function: Any, test: Callable[[Any], bool]) -> bool:
    while hasattr(function, "func"):  # functools.partial
        function = function.func
    return test(function) or test(getattr(function, "__call__", None))


def is_async(function: Any) -> bool:
    """Whether calling it gives something to await."""
    return _tests(function, inspect.iscoroutinefunction)


def is_async_generator(function: Any) -> bool:
    return _tests(function, inspect.isasyncgenfunction)
