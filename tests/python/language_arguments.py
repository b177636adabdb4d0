# What stands behind a star is given by place, wherever it stands in a call; and
# arguments of built-ins by name.
def show(*args, **kwargs):
    return args, kwargs


def noted(x):
    print("evaluated", x)
    return x


print(show(1, x=2, *[3, 4], y=5))
print(show(x=2, *[3, 4]))
print(show(*[1], 2, z=1, *(3,), **{"q": 1}))
print(show(a=noted("keyword"), *noted("star"), b=noted("last")))
print(round(2.567, ndigits=1), round(number=2.5), pow(base=2, exp=3), pow(2, 3, mod=5), pow(2, exp=3), pow(2, 3, None))
print(complex(real=1, imag=2), complex(imag=2), complex("1+2j"), complex())
print(eval(compile(source="6 * 7", filename="f", mode="eval", dont_inherit=True)), __import__("math", fromlist=["pi"]).pi > 3)
for wrong in (lambda: round(digits=1), lambda: round(), lambda: pow(2), lambda: pow(exp=1), lambda: round(1, 2, x=3)):
    try:
        wrong()
    except TypeError as error:
        print(type(error).__name__)


bases = [int], (dict,)


class Number(*bases[0]):
    pass


class Table(*bases[1], metaclass=type):
    pass


print(Number.__mro__[1].__name__, Table.__mro__[1].__name__, Number(5) + 1, Table(a=1))
for wrong in (lambda: round(1, 2, 3), lambda: pow(1, 2, 3, 4), lambda: pow(1, base=2, exp=3)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)


class Ring:
    def __init__(self, n):
        self.n = n

    def __pow__(self, by, mod=None):
        return ("pow", self.n, by, mod)


print(pow(Ring(2), 3), pow(Ring(2), 3, 5), Ring(2) ** 3)
for name in (1, None, b"x"):
    for call in (lambda: getattr(show, name), lambda: setattr(show, name, 1), lambda: hasattr(show, name), lambda: delattr(show, name)):
        try:
            call()
        except TypeError as error:
            print(error)


def takes_all(*args, **kwargs):
    return args, kwargs


takes_all.__kwdefaults__ = None
print(takes_all(1, y=2))
