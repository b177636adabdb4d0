# How exceptions are told: groups as a tree, and what led to them.
# python: 3.11
import traceback


def told(error):
    for line in traceback.format_exception(error):
        for part in line.splitlines():
            bare = part.lstrip(" |")
            if not bare.startswith("File ") and bare.strip("^~ ") and not bare.startswith(("raise ", "told(", "f(", "1 /")):
                print(part)
    print()


def f(error, cause=None):
    try:
        raise error from cause
    except BaseException as e:
        return e


inner = f(ExceptionGroup("inner", [TypeError("t"), f(KeyError("k"))]))
told(f(ExceptionGroup("outer", [ValueError(1), inner, OSError("o")])))
told(ExceptionGroup("never raised", [ExceptionGroup("last", [ValueError("only")])]))
told(f(BaseExceptionGroup("many", [ValueError(n) for n in range(18)])))
told(ExceptionGroup("sixteen", [ValueError(n) for n in range(16)]))
noted = ValueError("a\nb")
noted.add_note("note 1\nnote 2")
told(f(ExceptionGroup("with notes", [noted, f(ValueError("x"), f(KeyError("y")))]), f(ZeroDivisionError("z"))))
deep = ValueError("bottom")
for n in range(13):
    deep = ExceptionGroup("level %d" % n, [deep])
told(deep)
try:
    try:
        {}["k"]
    except KeyError:
        int("x")
except ValueError:
    text = traceback.format_exc()
print([line for line in text.splitlines() if line and not line.startswith("  ")])
