# What the grammar of the interpreter lets through, and is an error all the same;
# and where an error is.
sources = [
    "{**a for a in b}", "[*a for a in b]", "{*a for a in b}", "(*a for a in b)", "f(x for x in y, 1)", "f(1, x for x in y)",
    "*a = 1", "del *a", "return 1", "def f():\n    x = 1\n    global x\n", "f() = 1", "x = 1\nNone = 2\n", "def f(a, a): pass",
    "class A:\n    def f(self):\n        break\n", "if True:\n        x = 1\n\ty = 2\n", "if True:\n\tx = 1\n        y = 2\n",
    "if True:\n\tx = 1\n\ty = 2\nelse:\n    z = 3\n", "if 1:\n    if 2:\n        x = 1\n      y = 2\n",
    "for i in x:\n    def f():\n\t    pass\n",
]
for source in sources:
    try:
        compile(source, "file.py", "exec")
        print("ok")
    except SyntaxError as error:
        print(type(error).__name__, error, error.lineno)
for statement in ("from collections import OrderDict", "from os import pathh", "import nothing_here"):
    try:
        exec(statement)
    except ImportError as error:
        print(type(error).__name__, str(error).split(" (")[0], error.name)
for pattern, values in (("%.*d", (2**70, 1)), ("%*d", (2**70, 1))):
    try:
        pattern % values
    except OverflowError as error:
        print("OverflowError")
