# Coroutines without a loop: await, async for, async with, driven by hand.
class Step:
    def __init__(self, v):
        self.v = v
    def __await__(self):
        got = yield self.v
        return got
    __iter__ = __await__
async def inner(n):
    return n + await Step(n)
async def outer():
    a = await inner(1)
    b = await inner(10)
    return a + b
class AIter:
    def __init__(self):
        self.n = 0
    def __aiter__(self):
        return self
    async def __anext__(self):
        self.n += 1
        if self.n > 3:
            raise StopAsyncIteration
        return self.n
class ACM:
    async def __aenter__(self):
        print("aenter")
        return "res"
    async def __aexit__(self, *a):
        print("aexit", a[0])
async def use():
    async for x in AIter():
        print("item", x)
    async with ACM() as r:
        print(r)
    return "used"
def drive(coro, answers):
    try:
        v = coro.send(None)
        for a in answers:
            print("asked", v)
            v = coro.send(a)
    except StopIteration as e:
        return e.value
print(drive(outer(), [100, 200]))
# expect: asked 1
# expect: asked 10
# expect: 311
print(drive(use(), []))
# expect: item 1
# expect: item 2
# expect: item 3
# expect: aenter
# expect: res
# expect: aexit None
# expect: used
