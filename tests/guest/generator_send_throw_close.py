# The generator protocol: send, throw, close, finally.
def echo():
    got = None
    try:
        while True:
            try:
                got = yield got
            except ValueError as e:
                got = "caught " + str(e)
    finally:
        print("closed")
g = echo()
print(next(g), g.send(1), g.send("two"), g.throw(ValueError("x")), g.send(3))
# expect: None 1 two caught x 3
g.close()  # expect: closed
g.close()
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError:
    print("RuntimeError")
# expect: RuntimeError
def inner():
    try:
        x = yield "a"
        print("inner got", x)
        yield "b"
    except KeyError:
        yield "handled"
    return "ret"
def outer():
    r = yield from inner()
    print("returned", r)
    yield "end"
o = outer()
print(next(o), o.send(42), list(o))
# expect: inner got 42
# expect: returned ret
# expect: a b ['end']
o = outer()
next(o)
print(o.throw(KeyError()), next(o))
# expect: returned ret
# expect: handled end
try:
    def plain():
        yield
    plain().send(1)
except TypeError:
    print("TypeError")
# expect: TypeError
o = (x for x in [1, 2])
try:
    o.throw(IndexError("gone"))
except IndexError as e:
    print(e, list(o))
# expect: gone []
