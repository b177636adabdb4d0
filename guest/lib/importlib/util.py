"""importlib.util: modules that are looked for, or made from a file."""

import sys

import _importing
import importlib
from _importing import ModuleSpec, SourceFileLoader


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    if is_package is None and hasattr(loader, "is_package"):
        is_package = loader.is_package(name)
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    location = str(location)
    spec = ModuleSpec(name, loader or SourceFileLoader(name, location), origin=location)
    spec.submodule_search_locations = submodule_search_locations
    return spec


def _restore(name, before):
    if before is None:
        sys.modules.pop(name, None)
    else:
        sys.modules[name] = before


def module_from_spec(spec):
    before = sys.modules.get(spec.name)
    module = _importing.make(spec)
    _restore(spec.name, before)
    return module


def find_spec(name, package=None):
    name = resolve_name(name, package)
    known = sys.modules.get(name)
    if known is not None:
        return getattr(known, "__spec__", None) or ModuleSpec(name, None)
    outer = importlib.import_module(name.rpartition(".")[0]) if "." in name else None
    spec = _importing.find_spec(name, outer)
    if spec is None:
        try:
            importlib.import_module(name)
        except ImportError:
            return None
        _restore(name, None)
        spec = ModuleSpec(name, _importing.FrozenLoader(), origin="frozen")
    return spec


def resolve_name(name, package):
    dots = len(name) - len(name.lstrip("."))
    if not dots:
        return name
    parts = package.split(".")
    return ".".join(parts[: len(parts) - dots + 1] + [name[dots:]] * bool(name[dots:]))
