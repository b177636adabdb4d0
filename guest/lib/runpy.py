"""runpy: files and modules run as programs."""

import sys


def _run(source, path, names, run_name):
    space = {"__name__": run_name, "__file__": path, "__builtins__": sys.modules["builtins"], "__doc__": None, "__package__": "", "__spec__": None}
    space.update(names or {})
    exec(compile(source, path, "exec"), space)
    return space


def run_path(path_name, init_globals=None, run_name=None):
    with open(path_name) as f:
        return _run(f.read(), path_name, init_globals, run_name or "<run_path>")


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    from importlib.util import find_spec

    spec = find_spec(mod_name)
    if spec is not None and spec.submodule_search_locations is not None:
        spec = find_spec(mod_name + ".__main__")
    source = spec and hasattr(spec.loader, "get_source") and spec.loader.get_source(spec.name)
    if not source:
        raise ImportError("No module named %s" % mod_name if spec is None else "the source of %s is not kept in this sandbox" % mod_name)
    return _run(source, spec.origin, init_globals, run_name or mod_name)
