import _filesystem
import _importing
from collections import namedtuple

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")


def extend_path(path, name):
    return path


def get_data(package, resource):
    __import__(package)
    import sys

    return _importing.read(sys.modules[package].__path__[0] + "/" + resource)


def iter_modules(path=None, prefix=""):
    seen = set()
    for entry in _importing._search_path() if path is None else path:
        try:
            found = _filesystem.entries(entry or _filesystem.getcwd())
        except OSError:
            continue
        for item in found:
            package = item[0] == "d" and _importing.kind(entry + "/" + item[1:] + "/__init__.py") == "f"
            name = item[1:] if package else item[1:-3]
            if (package or item.endswith(".py")) and name != "__init__" and name not in seen:
                seen.add(name)
                yield ModuleInfo(None, prefix + name, package)
