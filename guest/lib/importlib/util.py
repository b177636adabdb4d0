"""importlib.util: whether a module is there."""

import importlib
import sys


class _Spec:
    def __init__(self, name):
        self.name = name
        self.origin = self.loader = None
        self.submodule_search_locations = None
        self.parent = name.rpartition(".")[0]

    def __repr__(self):
        return "ModuleSpec(name=%r, loader=None)" % self.name


def find_spec(name, package=None):
    known = name in sys.modules
    try:
        importlib.import_module(name, package)
    except ImportError:
        return None
    if not known:
        sys.modules.pop(name, None)
    return _Spec(name)


def resolve_name(name, package):
    dots = len(name) - len(name.lstrip("."))
    if not dots:
        return name
    parts = package.split(".")
    return ".".join(parts[: len(parts) - dots + 1] + [name[dots:]] * bool(name[dots:]))


def spec_from_file_location(name, location=None, **about):
    raise ImportError("a module is imported by its name here: put its directory on sys.path")


module_from_spec = spec_from_file_location
