# Functions made of the code of others; and calls of types that do not fit.
import types


def f(a, b=2):
    return a + b + zz


def outer(x):
    def inner(y):
        return x * y
    return inner


def numbers(n):
    yield from range(n)


zz = 1
g = types.FunctionType(f.__code__, {"zz": 5}, "g", (7,))
print(g(1), g.__name__, g.__defaults__, f(1), f.__defaults__, g.__globals__)
inner = outer(3)
print(types.FunctionType(inner.__code__, globals(), closure=inner.__closure__)(4))
print(list(types.FunctionType(numbers.__code__, globals())(3)))
f.__defaults__ = (10,)
print(f(1), g(1))
for wrong in (lambda: types.FunctionType(inner.__code__, {}), lambda: types.FunctionType(1, {}), lambda: types.FunctionType(f.__code__, 1)):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
for call in (lambda: float(x=5), lambda: bool(1, 2), lambda: list(1, 2), lambda: range(), lambda: range(1, 2, 3, 4), lambda: map(1),
             lambda: filter(1), lambda: dict(1, 2), lambda: set(1, 2), lambda: slice(), lambda: reversed(), lambda: float(1, 2),
             lambda: ord(bytearray(b"ab")), lambda: ord(1.5), lambda: bytes(encoding="utf-8"), lambda: bytes.fromhex(b"12")):
    try:
        print(call())
    except TypeError as error:
        print(error)
print(ord(bytearray(b"a")), str.upper == str.upper, {dict.get: 1}[dict.get], str.upper == str.lower)


def chain():
    raise ValueError from 1


def catch():
    try:
        1 / 0
    except (ValueError, 5):
        pass


class Meta(type):
    def __new__(meta, name, bases, space):
        space[name] = 5
        return super().__new__(meta, name, bases, space)


for odd in (chain, catch, lambda: Meta("__classcell__", (), {}), lambda: Meta("__qualname__", (), {})):
    try:
        odd()
    except TypeError as error:
        print(error)
print([*[1], *[2], *[3], *[4], *[5], *[6], *[7], *[8], *[9], *[10], *[11], *[12], *[13], *[14], *[15], *[16], *[17], *[18], *[19], *[20],
       *[21], *[22], *[23], *[24], *[25], 26, *[27], *(), *[28]])
for source in ("def f(*): pass", "def f(*, **k): pass", "lambda *: 0", "(x, y): int = 1", "[x]: int", "def f(*, a, **k): pass"):
    try:
        compile(source, "file.py", "exec")
        print("ok")
    except SyntaxError as error:
        print(error)
