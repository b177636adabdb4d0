import io
import tomllib

text = '''
# A comment
title = "TOML \\u00e9 \\t"
'quoted key' = 'C:\\path'
a.b.c = 1
[owner]
name = "Tom" # after
dob = 1979-05-27T07:32:00-08:00
local = 1979-05-27 07:32:00.999
day = 1979-05-27
clock = 07:32:00
[numbers]
i = [1_000, 0xFF, 0o17, 0b101, -5, +3]
f = [1.5, -0.01, 5e+22, 1e06, 6.626e-34, inf, -inf, 9_0.5]
t = [true, false]
[servers.alpha]
ip = "10.0.0.1"
inline = { x = 1, y = { z = [1, 2,], "w" = "q" } }
[[products]]
name = "Hammer"
[[products]]
[[products]]
name = "Nail"
[products.more]
k = 1
[text]
long = """
Roses "are" red \\
    still red
Violets"""
raw = \'\'\'
raw \\n "x"\'\'\'
'''
data = tomllib.loads(text)
for key, value in data.items():
    print(key, value)
print(tomllib.load(io.BytesIO(b"x = 1\r\ny = 2.50")), tomllib.loads("x = 1.10", parse_float=str))
for bad in ("x = ", "x = 1\nx = 2", "[a]\n[a]", "x = 01", "= 1", "x = 1 y = 2", "x = [1", 'x = "abc', "x = {a=1", "x = tru", "a = 1\n[a]", 'x = "\\q"',
            "x = 2020-13-01", "[a.b]\n[a]\nb = 1", "x = 1__0", "a.b = 1\na = 2", "x={a=1}\n[x.b]", "[[a]]\n[a]", "x = 1e", "\x01"):
    try:
        print(repr(bad), tomllib.loads(bad))
    except tomllib.TOMLDecodeError as error:
        print(repr(bad), "TOMLDecodeError")
try:
    tomllib.load(io.StringIO("x = 1"))
except TypeError as error:
    print(error)
