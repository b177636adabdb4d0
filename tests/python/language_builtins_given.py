# Code that is run with built-ins of its own finds no others.
import builtins

print(eval("1 + x", {"__builtins__": {}, "x": 2}))
for code in ("len([1])", "__import__('os')", "open", "print"):
    for given in ({}, {"len": len}, None):
        try:
            print(eval(code, {"__builtins__": given}))
        except (NameError, TypeError) as error:
            print(type(error).__name__, error)
space = {"__builtins__": {"print": print}}
exec("def f(x):\n    print('in f', x)\n    return max(x)\n", space)
try:
    space["f"]([1])
except NameError as error:
    print(error)
for given in ({}, {"__import__": lambda name, *rest: "imported " + name}):
    space = {"__builtins__": given}
    try:
        exec("import os\nfound = os", space)
        print(space["found"])
    except ImportError as error:
        print(error)
space = {}
exec("x = 1", space)
print(sorted(space), eval("__builtins__ is not None", space))
for usual in (builtins, vars(builtins)):
    exec("print(len('ab'))", {"__builtins__": usual})
print(max(1, 2), [k for k in space if not k.startswith("__")])
