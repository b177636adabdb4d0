"""importlib: imports by name."""

import sys

import _importing


def import_module(name, package=None):
    if name.startswith("."):
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for %r" % name)
        dots = len(name) - len(name.lstrip("."))
        parts = package.split(".")
        if dots > len(parts):
            raise ImportError("attempted relative import beyond top-level package")
        name = ".".join(parts[: len(parts) - dots + 1] + [name[dots:]] * bool(name[dots:]))
    __import__(name)
    return sys.modules.get(name) or _walk(name)


def _walk(name):
    module = __import__(name)
    for part in name.split(".")[1:]:
        module = getattr(module, part)
    return module


def reload(module):
    name = module.__name__
    spec = getattr(module, "__spec__", None)
    if spec is not None and hasattr(spec.loader, "exec_module"):
        spec.loader.exec_module(module)
        return sys.modules.get(name, module)
    sys.modules.pop(name, None)
    fresh = import_module(name)
    if fresh is not module:
        for key, value in fresh.__dict__.items():
            setattr(module, key, value)
        sys.modules[name] = module
    return module


def invalidate_caches():
    _importing.forget()
