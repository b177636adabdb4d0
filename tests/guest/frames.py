# Python functions that call each other, and generators that `for` and `yield
# from` resume, nest without C: arguments, results, exceptions and depth.
def mixed(a, b=2, *c, k=3, **d):
    return a, b, c, k, d
print(mixed(1), mixed(1, 5, 6, k=9, z=4))  # expect: (1, 2, (), 3, {}) (1, 5, (6,), 9, {'z': 4})
for call in (lambda: mixed(), lambda: mixed(1, a=2), lambda: (lambda x: x)(1, 2)):
    try:
        call()
    except TypeError:
        print("refused")
# expect: refused
# expect: refused
# expect: refused

def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(depth(900))  # expect: 900

def broad(a, b, c, d, e, f, g, n):
    h = i = j = k = l = m = o = p = q = r = s = t = u = v = w = x = y = z = a
    return n if n == 0 else 1 + broad(a, b, c, d, e, f, g, n - 1)
print(broad(1, 2, 3, 4, 5, 6, 7, 900))  # expect: 900

def fall(n):
    return fall(n + 1)
for _ in range(3):
    try:
        fall(0)
    except RecursionError:
        print("deep enough")
# expect: deep enough
# expect: deep enough
# expect: deep enough

# What is caught leaves no frame behind, whatever called and caught it.
def thrower(n):
    if n == 0:
        raise ValueError
    thrower(n - 1)
def through(n):
    for _ in broken(n):
        pass
def broken(n):
    yield 1
    thrower(n)
caught = 0
for i in range(2000):
    try:
        (thrower if i % 2 else through)(i % 7)
    except ValueError:
        caught += 1
    try:
        sorted([3, 1], key=thrower)
    except ValueError:
        caught += 1
print(caught, depth(900))  # expect: 4000 900

def inner(n):
    try:
        for i in range(n):
            sent = yield i
            if sent:
                print("sent", sent)
        return "end"
    finally:
        print("finally", n)
def outer(n):
    print("result", (yield from inner(n)))
    yield depth(3)
print([x for x in inner(2)])
# expect: finally 2
# expect: [0, 1]
for x in outer(2):
    print(x)
# expect: 0
# expect: 1
# expect: finally 2
# expect: result end
# expect: 3
o = outer(5)
print(next(o), o.send("this"))
# expect: sent this
# expect: 0 1
try:
    o.throw(KeyError("thrown"))
except KeyError as e:
    print(e.args)
# expect: finally 5
# expect: ('thrown',)
print(list(o))  # expect: []

def stops():
    yield 1
    next(iter([]))
try:
    for x in stops():
        pass
except RuntimeError as e:
    print(e)  # expect: generator raised StopIteration
def stop():
    raise StopIteration
for x in inner(1):
    try:
        stop()
    except StopIteration:
        print("not for the loop")
# expect: not for the loop
# expect: finally 1

def again():
    for x in me:
        yield x
me = again()
try:
    for x in me:
        pass
except ValueError as e:
    print(e)  # expect: generator already executing

def left():
    for x in inner(9):
        return x
print(left())  # expect: 0
def both():
    a, b = inner(3), inner(3)
    for x in a:
        for y in b:
            yield x, y
print(list(both()))
# expect: finally 3
# expect: finally 3
# expect: [(0, 0), (0, 1), (0, 2)]
