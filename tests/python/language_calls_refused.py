# What calls say that do not fit.


def plain(a, *, k):
    pass


def both(a, b=1, *, c=2, d):
    pass


class Class:
    def __init__(self, x):
        pass

    def method(self, a):
        pass


def broken():
    yield 1
    raise ValueError("while the arguments are made")


for call in (
    lambda: plain(1, 2, k=1),
    lambda: plain(1, 2, 3, k=1),
    lambda: plain(1, 2),
    lambda: plain(),
    lambda: plain(1, 2, a=3),
    lambda: both(1, 2, 3, c=1),
    lambda: both(1, 2, 3, c=1, d=2),
    lambda: both(1, 2, 3, other=1),
    lambda: both(1, 2, 3),
    lambda: plain(*5),
    lambda: plain(**5),
    lambda: plain(1, *None),
    lambda: plain(*broken()),
    lambda: plain(**{1: 2}),
    lambda: print(*5),
    lambda: print(**{1: 2}),
    lambda: Class(*1.5),
    lambda: Class.method(*True),
    lambda: [*5],
    lambda: (*None,),
    lambda: (lambda a: a)(),
    lambda: [lambda b: b for _ in range(1)][0](),
):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


# Names of functions without a name.
def outer():
    def inner():
        return lambda: (lambda: 1)

    return inner(), [lambda: i for i in range(1)], (x for x in "a")


first, listed, generator = outer()
print(first.__qualname__, first().__qualname__, first.__name__, listed[0].__qualname__, generator.__qualname__, generator.__name__)


class Holder:
    key = lambda self: 1
    many = {n: (lambda: n) for n in range(1)}

    def method(self):
        return lambda: 2


print(Holder.key.__qualname__, Holder.many[0].__qualname__, Holder().method().__qualname__)
