"""A policy file, as the keywords of a Session: limits and grants, in TOML."""

from __future__ import annotations

from . import _core, units
from .grants import Plugin, as_grant
from .limits import NAMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Iterable
    from typing import Any

    from .grants import Grant

_LARGEST = 65537  # a byte more than the reader takes, so that it says what is too much


def read(path: str | os.PathLike[str], more: Iterable[Grant | str] = ()) -> dict[str, Any]:
    """What it says; ValueError with line and column for what is not understood.

    :param more: grants besides, of nothing that the policy grants: never the union, which
        is wider than either
    """
    from os import fsdecode

    with open(path, "rb") as file:
        packed, transactional, plugins = _core.policy(fsdecode(path), file.read(_LARGEST))
    how: dict[str, Any] = {}
    for name, number in zip(NAMES, packed):
        if number != 0:
            limit: float | None = None if number == units.UNLIMITED else number
            how[name] = limit / 10**9 if limit is not None and name in ("cpu", "time") else limit
    if transactional:
        how["transactional"] = True
    grants: list[Grant] = [Plugin(name, **options) for name, all in plugins for options in all]
    named = {name for name, _ in plugins}
    for grant in map(as_grant, more):
        if isinstance(grant, Plugin) and grant._path in named:
            raise ValueError(f"{fsdecode(path)} says what is granted of {grant._path}")
        grants.append(grant)
    how["grants"] = grants
    return how
