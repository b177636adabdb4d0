"""The plugin's configuration, read once and checked when Datasette starts."""

from dataclasses import dataclass, field
from pathlib import Path

from vitrine import Database, grants, policy, units
from vitrine.limits import NAMES

PLUGIN = "datasette-agent-vitrine"
# A thousand rows of SQL are more than the library's megabyte for one value.
LIMITS = {"value": "4M"}
DAY = 24 * 3600
_GRANTS = {"files": grants.Files, "scratch": grants.Scratch, "web": grants.Web, "database": Database,
           "plugin": grants.Plugin}


class BadSetting(ValueError):
    """Says which setting is wrong, and what it may be."""


@dataclass
class Settings:
    limits: dict = field(default_factory=lambda: dict(LIMITS))
    grants: list = field(default_factory=list)
    transactional: bool = False
    sessions: int = 16  # that are live at once
    threads: int = 4  # that run guests
    idle: float = 600.0  # seconds after which a session is kept on disk only
    directory: Path | None = None
    quota: int = 1 << 30
    days: float = 30.0  # that a session is kept
    audit: bool = True
    audit_size: int = 16 << 20


def _flag(name, value):
    if not isinstance(value, bool):
        raise TypeError(f"{name} must be true or false, not {value!r}")
    return value


def _days(name, value):
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value > 0:
        raise TypeError(f"{name} must be a number of days, not {value!r}")
    return float(value)


def _directory(name, value):
    if not isinstance(value, str) or not value:
        raise TypeError(f"{name} must be the path of a directory, not {value!r}")
    return Path(value)


_READ = {
    "sessions": units.count,
    "threads": units.count,
    "idle": lambda name, value: units.nanoseconds(name, value) / 10**9,
    "directory": _directory,
    "quota": units.size,
    "days": _days,
    "audit": _flag,
    "audit_size": units.size,
}


def _clock_and_chance(seed):
    return [grants.Clock(), grants.Random()] if seed is None else [grants.Deterministic(seed)]


def _granted(given):
    """Grants of the setting `grants`: a list of texts, as behind the command's --grant; or
    names, each with a table of options or several of them."""
    if isinstance(given, list):
        return [grants.as_grant(text) for text in given]
    made = []
    for name, options in given.items():
        if name not in _GRANTS:
            raise ValueError(f"grants has no {name!r}: {', '.join(_GRANTS)}")
        for one in options if isinstance(options, list) else [options]:
            if not isinstance(one, dict):
                raise TypeError(f"grants.{name} must be options, as {{path: …}}, not {one!r}")
            try:
                made.append(_GRANTS[name](**one))
            except TypeError as error:
                raise TypeError(f"grants.{name}: {error}") from error
    return made


def _by_policy(settings, config):
    """A policy says all of the limits and grants, so that it can be read alone."""
    besides = [name for name in config if name in NAMES or name in ("deterministic", "grants")]
    if besides:
        raise ValueError(f"policy says what limits and grants there are: leave out {', '.join(besides)}")
    says = policy.read(config["policy"])
    settings.grants = says.pop("grants")
    settings.transactional = says.pop("transactional", False)
    settings.limits = says


def read(config):
    """Settings of what `plugins: datasette-agent-vitrine:` says; BadSetting if it is wrong."""
    settings = Settings()
    seed = None
    try:
        config = config or {}
        for name, value in config.items():
            if name in NAMES:
                settings.limits[name] = None if value == "unlimited" else value
            elif name in _READ:
                setattr(settings, name, _READ[name](name, value))
            elif name == "deterministic":
                seed = value
            elif name == "grants":
                settings.grants += _granted(value)
            elif name != "policy":
                known = ", ".join([*NAMES, *_READ, "deterministic", "grants", "policy"])
                raise ValueError(f"there is no setting {name!r}: {known}")
        if "policy" in config:
            _by_policy(settings, config)
        else:
            settings.grants += _clock_and_chance(seed)
    except (TypeError, ValueError, AttributeError, OSError) as error:
        raise BadSetting(f"{PLUGIN}: {error}") from error
    return settings
