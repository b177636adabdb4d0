# What is wrong in literals and names, and in f-strings.
cases = (
    'x = 1__0',
    'x = 1_',
    'x = 0x_',
    'x = 1_.5',
    'x = 0_7 + 0x_f + 1_0.0_1',
    'print(f"{1!x}")',
    'print(f"{1!}")',
    'print(f"{")',
    'print(f"}")',
    'print(f"{}")',
    'print(f"{ !r}")',
    'print(f"{:5}")',
    'print(f"{a!r:{b}")',
    'print(f"{1 +}")',
    'print(f"{a.}")',
    'x = f"{{}} {1}}}"',
    'x = f"{1}" "}" f"{2:>{3}}"',
    'x = b"\xe9"',
    'x = "\xe9"',
    'print(\u201chi\u201d)',
    '\xe9t\xe9 = 1',
    'x\xa0= 1',
    'x = 5 \u2212 3',
    'x = \u20ac5',
    'a, *b, *c = 1, 2',
)
for source in cases:
    try:
        compile(source, "case", "exec")
        print(ascii(source), "fine")
    except SyntaxError as error:
        print(ascii(source), ascii(error.msg))
print(type(...), type(NotImplemented), ..., b"\N{x}", r"\N{x}")
for source in (r"'\N'", r"'ab\N{'", r"'\N{}'"):
    try:
        compile(source, "file.py", "exec")
    except SyntaxError as error:
        print(error.msg.split("position")[0], error.msg.split(": ")[1])
# Words right behind numbers.
n = 3
print(n<2or n*2, 1if n else 0, [i for i in range(3)if i>0and i<9], 0x1f if 0else 5, 1.5if n==3else 2, n is 3or 7if 0else 8)
print([0xfor x in (1,)], 1e3if 1else 2, 1jif 1else 2, 0b1or 2, 5in[5], 5not in[5])
for source in ("1elf", "0xg", "1fo", "12abc", "1_or 2", "0o7or 1"):
    try:
        print(eval(source))
    except SyntaxError as error:
        print(error.msg)
