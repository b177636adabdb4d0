# with: enter, exit, exceptions passed and swallowed, several at once.
class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name
    def __exit__(self, t, v, tb):
        print("exit", self.name, t.__name__ if t else None, v and v.args)
        return self.swallow
with CM("a") as x:
    print("body", x)
# expect: enter a
# expect: body a
# expect: exit a None None
with CM("b") as b, CM("c") as c:
    print(b, c)
# expect: enter b
# expect: enter c
# expect: b c
# expect: exit c None None
# expect: exit b None None
with CM("d", True):
    raise ValueError("gone")
# expect: enter d
# expect: exit d ValueError ('gone',)
try:
    with CM("e"):
        with CM("f"):
            raise KeyError("k")
except KeyError:
    print("through")
# expect: enter e
# expect: enter f
# expect: exit f KeyError ('k',)
# expect: exit e KeyError ('k',)
# expect: through
def f():
    with CM("g"):
        return "ret"
print(f())
# expect: enter g
# expect: exit g None None
# expect: ret
for i in range(3):
    with CM(i):
        if i == 1:
            break
# expect: enter 0
# expect: exit 0 None None
# expect: enter 1
# expect: exit 1 None None
class Bad:
    def __enter__(self):
        raise OSError("in enter")
    def __exit__(self, *a):
        print("never")
try:
    with Bad():
        pass
except OSError as e:
    print(e)
# expect: in enter
