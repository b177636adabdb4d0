# Brackets around the items of with
import contextlib
@contextlib.contextmanager
def c(n):
    print('in',n)
    yield n
    print('out',n)
with (c(1) as a, c(2) as b):
    print(a,b)
with (c(1) as a, c(2) as b,):
    print(a,b)
with (c(1), c(2)):
    pass
with (c(1)):
    pass
with (c(1)) as q: print(q)
with (
    c(5) as x,
    c(6),
):
    print(x)
with (c(1), c(2)) if 0 else c(3) as z:
    print(z)
