# What docs/python.md says of this Python that a reader could not find out from
# an error message: one claim a line, each of which has to hold.
import random
import time

failed = []


def claim(name, holds):
    if not holds:
        failed.append(name)


def raises(kind, source):
    try:
        exec(source, {})
    except kind:
        return True
    return False


class Silent:
    def __del__(self):
        failed.append("__del__")


Silent()
claim("setrecursionlimit", raises(RecursionError, "import sys; sys.setrecursionlimit(5)\ndef f(): f()\nf()"))
exec("import sys; sys.setrecursionlimit(1000)", {})
claim("reversed range", raises(OverflowError, "reversed(range(2 ** 40))"))
for source in ("f(*a, *b)", "f(**a, **b)", "[*a, *b]", "{**a}", "def f(*, a): pass", "def f(a, /): pass",
               "x: int = 3", "(x := 3)", "try: pass\nexcept* KeyError: pass", "with (a as b, c): pass", "match x:\n  case 1: pass", "f\"{f'{1}'}\"",
               "async def f():\n  async with a as b: pass\n  async for c in d: await c"):
    try:
        compile(source, "", "exec")
    except SyntaxError:
        failed.append(source)

for source in ("open('x')", "input()", "import sys; sys.stdin.read()", "import time; time.time()",
               "import time; time.localtime()", "import os; os.urandom(1)", "import os; os.listdir()"):
    claim(source, raises(PermissionError, source))
claim("random", str(random.random())[:8] == "0.507626")
before = time.monotonic()
claim("monotonic", 0 < before < time.perf_counter() < 1)
claim("UnicodeError", raises(UnicodeError, "b'\\xff'.decode()"))

print("\n".join(failed) or "all hold")
