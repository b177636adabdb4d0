"""inspect: what can be told of objects; there is no source text to be had."""

import types


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, types.FunctionType) or type(object).__name__ in ("closure", "function") and not isbuiltin(object)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isroutine(object):
    return isfunction(object) or isbuiltin(object) or ismethod(object)


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def isawaitable(object):
    return hasattr(object, "__await__") or isgenerator(object)


def isdatadescriptor(object):
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def getmembers(object, predicate=None):
    found = []
    for name in sorted(dir(object)):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getmro(cls):
    return cls.__mro__


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    return None if doc is None else cleandoc(doc)


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()] or [0])
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getmodule(object):
    import sys

    return object if ismodule(object) else sys.modules.get(getattr(object, "__module__", None))


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop and stop(func)):
        func = func.__wrapped__
    return func


def getsource(object):
    raise OSError("could not get source code: this sandbox keeps the compiled code only")


getsourcelines = getsourcefile = getsource
