# Where an error of the syntax is, and the text of that line.
sources = ["x = 1\n  y = 2\n", "x = 'é' + + \n", "if x:\n    pass\n  y\n", "def f(x) return x\n", "[1 2]\n", "d = {'a': 1 'b': 2}\n",
           "d = {'a':}\n", "(a.b := 1)\n", "(x[0] := 1)\n"]
for source in sources:
    try:
        compile(source, "file.py", "exec")
    except SyntaxError as error:
        print(error.lineno, repr(error.text), error.msg, error.filename)
for source in ("return 5\n", "x = 1\nbreak\n", "def f():\n    nonlocal y\n", "[1 2]\n", "x = 'é' + + \n"):
    try:
        compile(source, "file.py", "exec")
    except SyntaxError as error:
        print(error.lineno, error.offset, error.msg)

# A chain of exceptions that a program has tied to a circle.
a, b = Exception("a"), Exception("b")
a.__context__ = b
b.__context__ = a
try:
    try:
        raise a
    except Exception:
        raise ValueError("c")
except ValueError as error:
    print(repr(error.__context__))
