# Text that the parser accepts in part.
odd = ["a\\\n", "a\\", "\\", "(", "'", '"""', "f'{'", "f'{a!'", "f'{a:{'", "\t \t", "if 1:\n\\\n",
       "@\n", "lambda", "*a", "**a",
       "x: ", "x:int=", "(yield", "await x", "async for", "nonlocal x", "global", "del", "a if b",
       "[x for", "{**a", "f(**a, *b)", "f(a=1, a=2)",
       "class C(a=1): pass", "def f(a, a): pass", "def f(*, **k): pass", "def f(*): pass", "1 = 2",
       "f() = 1", "a, *b, *c = d",
       "from . import x", "from .. import *", "import a.b as c.d", "try: pass", "else:", "\0",
       "a\0b", "\ufeffx", "0x", "0b2", "1e", "1_", "é" * 300,
       "x" * 300, "'\\x'", "'\\u12'", "'\\N{x}'", "b'é'", "continue", "break", "return", "yield",
       "print(", "()()()", "a.b.c = d.e", "assert", "raise from x"]
for text in odd:
    for mode in ("exec", "eval", "single"):
        try:
            compile(text, "odd", mode)
        except Exception:
            pass
print("survived")  # expect: survived
