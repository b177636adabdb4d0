# What docs/python.md says of this Python that a reader could not find out from
# an error message: one claim a line, each of which has to hold.
import io
import os
import random
import sys
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


class First:
    def f(self):
        return "1"


class Left(First):
    def f(self):
        return "l" + super().f()


class Right(First):
    def f(self):
        return "r" + super().f()


class Both(Left, Right):
    def f(self):
        return "b" + super().f()


class Silent:
    __slots__ = ("a",)

    def __getattribute__(self, name):
        return 5

    def __del__(self):
        failed.append("__del__")

    def __init_subclass__(cls, **more):
        failed.append("__init_subclass__")

    def __set_name__(self, owner, name):
        failed.append("__set_name__")


class Quiet(Silent):
    member = Silent()


def here():
    own = 1
    return locals() is globals()


silent = Silent()
silent.b = 1
letters = {}
for letter in "hello world":
    letters[letter] = 1
claim("dict", list(letters) != list("helo wrd"))
claim("OrderedDict", "".join(__import__("collections").OrderedDict([("z", 1), ("a", 2)])) == "za")
claim("bool", not isinstance(True, int))
claim("super", Both().f() == "bl1")
claim("__slots__", silent.b == 1)
claim("__getattribute__", raises(AttributeError, "class A:\n  def __getattribute__(s, n): pass\nA().x"))
claim("chain", not hasattr(ValueError(), "__context__") and not hasattr(ValueError(), "__cause__"))
claim("locals", here())
claim("reversed range", raises(OverflowError, "reversed(range(2 ** 40))"))
claim("reversed", "".join(reversed("abc")) == "cba")
claim("metaclass", raises(TypeError, "class M(type): pass\nclass A(metaclass=M): pass"))
claim("types", raises(TypeError, "int | str") and raises(TypeError, "list[int]"))
claim("nested f-string", raises(TypeError, "f\"{f'{1}'}\""))
for source in ("def f(a, /): pass", "[*a, *b]", "{**a}", "match x:\n  case 1: pass",
               "try: pass\nexcept* KeyError: pass", "[x async for x in y]",
               "with (open('a') as a, open('b') as b): pass"):
    claim(source, raises(SyntaxError, source))
for source in ("f(*a, *b)", "f(**a, **b)", "def f(*, a): pass", "x: int = 3", "(x := 3)",
               "async def f():\n  async with a as b: pass\n  async for c in d: await c"):
    try:
        compile(source, "", "exec")
    except SyntaxError:
        failed.append(source)

for source in ("open('x')", "input()", "import sys; sys.stdin.read()", "import time; time.time()",
               "import time; time.localtime()", "import os; os.urandom(1)"):
    claim(source, raises(PermissionError, source))
claim("random", str(random.random())[:8] == "0.363763")
before = time.monotonic()
claim("monotonic", 0 < before < time.perf_counter() < 1)
claim("print_exception", not sys.print_exception(KeyError(1), io.StringIO()))
claim("UnicodeError", raises(UnicodeError, "b'\\xff'.decode()"))

print("\n".join(failed) or "all hold")
