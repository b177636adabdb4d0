"""sysconfig: there is no installation to tell of."""

import sys


def get_config_var(name):
    return get_config_vars().get(name)


def get_config_vars(*names):
    known = {"py_version": get_python_version() + ".0", "py_version_short": get_python_version(), "EXT_SUFFIX": None, "SOABI": None}
    return [known.get(name) for name in names] if names else known


def get_python_version():
    return "%d.%d" % tuple(sys.version_info[:2])


def get_platform():
    return "vitrine-wasm32"


def get_paths(scheme=None, vars=None, expand=True):
    return {}


def get_path(name, scheme=None, vars=None, expand=True):
    raise KeyError(name)
