"""What help() says: a signature and a doc string, and what there is."""

import inspect
import sys

_TOPICS = """Welcome to Python in this sandbox.

help(thing) tells of a function, a class, a module or a host function.
help('modules') lists the modules that can be imported.
help('name') tells of the module or the built-in of that name."""


def show(*things):
    if not things:
        print(_TOPICS)
    for thing in things:
        print(_of_name(thing) if isinstance(thing, str) else _about(thing))


def _of_name(name):
    import builtins

    if name == "modules":
        return _modules()
    if hasattr(builtins, name):
        return _about(getattr(builtins, name))
    try:
        import importlib

        return _about(importlib.import_module(name))
    except ImportError:
        pass
    owner, _, attribute = name.rpartition(".")
    if owner in sys.modules and hasattr(sys.modules[owner], attribute):
        return _about(getattr(sys.modules[owner], attribute))
    return "No help for %r: it is neither a module nor a built-in. help('modules') lists the modules." % name


def _modules():
    import _frozen

    names = sorted({name for name in _frozen.names() if name[0] != "_" or name == "__future__"})
    width = max([len(name) for name in names]) + 2
    columns = 100 // width
    lines = ["These modules can be imported:", ""]
    for i in range(0, len(names), columns):
        lines.append("".join([name.ljust(width) for name in names[i : i + columns]]).rstrip())
    granted = sorted([name for name in sys.modules if name not in names and "." not in name and name[0] != "_"])
    if granted:
        lines += ["", "And, granted or of this program: " + ", ".join(granted)]
    return "\n".join(lines)


def _signature(thing):
    try:
        return str(inspect.signature(thing))
    except (TypeError, ValueError):
        return "(...)"


def _doc(thing, indent="    "):
    doc = getattr(thing, "__doc__", None)
    if not isinstance(doc, str) or not doc.strip():
        return ""
    return "\n".join([(indent + line).rstrip() for line in inspect.cleandoc(doc).split("\n")])


def _entry(name, thing, indent=""):
    lines = [indent + name + _signature(thing)]
    doc = _doc(thing, indent + "    ")
    return "\n".join(lines + ([doc] if doc else []))


def _about(thing):
    if inspect.ismodule(thing):
        return _module(thing)
    if inspect.isclass(thing):
        return _class(thing)
    name = getattr(thing, "__name__", None)
    if callable(thing) and name is None:
        import builtins

        name = next((key for key, value in builtins.__dict__.items() if value is thing), None)
    if callable(thing) and name is not None:
        if isinstance(getattr(thing, "__text_signature__", None), str):
            return "Help on host function %s:\n\n%s" % (name, _entry(name, thing))
        where = getattr(thing, "__module__", None)
        kind = "method" if inspect.ismethod(thing) else "function" if inspect.isfunction(thing) else "built-in function"
        where = " in module %s" % where if isinstance(where, str) else ""
        return "Help on %s %s%s:\n\n%s" % (kind, name, where, _entry(name, thing))
    if callable(thing):
        return "Help on %r:\n\n%s" % (thing, _doc(thing, "") or "There is no doc string.")
    return "Help on %s object:\n\n%s" % (type(thing).__name__, _class(type(thing)))


def _class(cls):
    bases = ", ".join([base.__name__ for base in cls.__bases__ if base is not object])
    lines = ["class %s(%s)" % (cls.__name__, bases) if bases else "class %s%s" % (cls.__name__, _signature(cls))]
    doc = _doc(cls)
    if doc:
        lines.append(doc)
    names = dir(cls) if cls.__module__ == "builtins" else list(cls.__dict__)
    for name in names:
        if name[:1] == "_" and name != "__init__":
            continue
        thing = getattr(cls, name, None)
        own = inspect.getattr_static(cls, name, thing)
        if isinstance(own, property):
            lines.append("")
            lines.append("    %s (property)" % name)
            if own.__doc__:
                lines.append(_doc(own, "        "))
        elif callable(thing) and (inspect.isfunction(thing) or inspect.ismethod(thing)):
            lines += ["", _entry(name, thing, "    ")]
    if cls.__module__ == "builtins":
        lines += ["", "    Methods: " + ", ".join([name for name in names if name[:1] != "_"])]
    return "\n".join(lines)


def _module(module):
    lines = ["Help on module %s:" % module.__name__]
    doc = _doc(module, "")
    if doc:
        lines += ["", doc]
    public = getattr(module, "__all__", None) or [name for name in dir(module) if name[:1] != "_"]
    functions, classes, values = [], [], []
    for name in sorted(public):
        thing = getattr(module, name, None)
        if inspect.isclass(thing):
            classes.append(name)
        elif callable(thing):
            functions.append(name + (_signature(thing) if inspect.isfunction(thing) else "(...)"))
        elif not inspect.ismodule(thing):
            values.append(name)
    for title, names in (("Classes", classes), ("Functions", functions), ("Data", values)):
        if names:
            lines += ["", title + ":"] + ["    " + name for name in names]
    return "\n".join(lines)
