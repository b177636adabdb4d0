# from module import *: what __all__ names and nothing else.
import sys
import types


def module(name, **names):
    sys.modules[name] = made = types.ModuleType(name)
    for key, value in names.items():
        setattr(made, key, value)
    return made


def stars(name):
    space = {}
    try:
        exec("from %s import *" % name, space)
    except (AttributeError, TypeError) as e:
        return type(e).__name__
    return sorted(key for key in space if key != "__builtins__")


module("plain", a=1, _b=2, c=3)
module("chosen", a=1, _b=2, c=3, __all__=["a", "_b"])
module("nothing", a=1, __all__=())
module("wanting", a=1, __all__=["a", "b"])
module("numbered", a=1, __all__=["a", 5])
for name in ("plain", "chosen", "nothing", "wanting", "numbered"):
    print(name, stars(name))


# What a program begins with: none of these brings a module or hides a built-in.
import builtins

for name in ("math", "collections", "itertools", "functools", "heapq", "bisect", "string", "random", "operator", "copy",
             "typing", "datetime", "fractions", "decimal", "re", "json", "statistics", "dataclasses", "enum", "abc",
             "contextlib", "time", "array", "queue", "cmath"):
    space = {}
    exec("from %s import *" % name, space)
    del space["__builtins__"]
    print(name, sorted(key for key, value in space.items() if isinstance(value, types.ModuleType)),
          sorted(key for key in space if hasattr(builtins, key)))
space = {}
exec("from sys import *", space)
changing = ("argv", "path", "stderr", "stdin", "stdout")
print([name in space and name in dir(sys) for name in changing], space["stdout"] is sys.stdout)
