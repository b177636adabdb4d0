# Coroutines and asynchronous generators.
import asyncio
import inspect


async def count(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        print("closed", n)


async def twice(source):
    async for x in source:
        yield x * 2


class Ticker:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


class Later:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return self.value


async def plain(x):
    await asyncio.sleep(0)
    return x + 1


async def loops():
    async for x in count(2):
        print("x", x)
    else:
        print("else")
    async for x in twice(count(3)):
        if x == 0:
            continue
        print("twice", x)
    print([x async for x in count(3)])
    print({x % 2 async for x in count(3)})
    print({x: x * x async for x in count(3) if x})
    print([x async for x in Ticker(3)])
    print([(x, y) async for x in Ticker(2) for y in range(2)])
    print([(x, y) for x in range(2) async for y in Ticker(2)])
    print([await plain(x) for x in range(3)])
    print([[await plain(x + y) for x in range(2)] for y in range(2)])
    print({await plain(x) for x in range(3) if await plain(x) > 1})
    gen = (x + 10 async for x in Ticker(2))
    print(type(gen).__name__, [x async for x in gen])
    gen2 = (await plain(x) for x in range(2))
    print(type(gen2).__name__, [x async for x in gen2])
    print(sum([x async for x in count(4)]))
    print(await Later(5), [await Later(x) for x in "ab"])


async def echo():
    got = None
    while True:
        try:
            got = yield got
        except ValueError as error:
            got = "caught %s" % error


async def protocol():
    g = echo()
    print(await g.asend(None), await g.asend("a"), await g.athrow(ValueError("v")))
    print(await g.aclose())
    try:
        await g.asend(1)
    except StopAsyncIteration as error:
        print("ended", repr(error))
    try:
        await echo().asend(1)
    except TypeError as error:
        print(error)
    g = echo()
    await g.__anext__()
    try:
        await g.athrow(KeyError("k"))
    except KeyError as error:
        print("out", error)
    print(await anext(count(1)), await anext(Ticker(0), "default"), aiter(g) is g)
    it = aiter(Ticker(1))
    print(await anext(it), await anext(it, None))
    try:
        await anext(it)
    except StopAsyncIteration:
        print("stop")


async def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


async def wrong():
    yield 1
    raise StopIteration


async def wrong2():
    yield 1
    raise StopAsyncIteration


async def errors():
    g = stubborn()
    await g.__anext__()
    try:
        await g.aclose()
    except RuntimeError as error:
        print(error)
    for make in wrong, wrong2:
        g = make()
        await g.__anext__()
        try:
            await g.__anext__()
        except RuntimeError as error:
            print(error, repr(error.__cause__))
    for call in (lambda: aiter([]), lambda: anext([])):
        try:
            call()
        except TypeError as error:
            print(error)
    try:
        async for x in [1]:
            pass
    except TypeError as error:
        print(error)
    try:
        async with open:
            pass
    except TypeError as error:
        print(error)
    for bad in 5, [1], None, "s", print:
        try:
            await bad
        except TypeError as error:
            print(error)
    c = plain(1)
    await c
    try:
        await c
    except RuntimeError as error:
        print(error)
    c = plain(1)
    for use in (list, iter, len, next):
        try:
            use(c)
        except TypeError as error:
            print(error)
    try:
        for x in c:
            pass
    except TypeError as error:
        print(error)
    c.close()
    g = count(3)
    for use in (list, iter):
        try:
            use(g)
        except TypeError as error:
            print(error)


def kinds():
    def plain_generator():
        yield

    for f in (kinds, plain, count, plain_generator):
        print(f.__name__, inspect.iscoroutinefunction(f), inspect.isasyncgenfunction(f), inspect.isgeneratorfunction(f),
              asyncio.iscoroutinefunction(f), f.__code__.co_flags & 0x2a0)
    c, a = plain(1), count(1)
    print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.isasyncgen(a), inspect.isawaitable(a), inspect.iscoroutine(a))
    print(type(c).__name__, type(a).__name__, c.__name__, a.__qualname__, a.ag_running, c.cr_running)
    print(repr(c)[:24], repr(a)[:30])
    import collections.abc as abc
    print(isinstance(c, abc.Coroutine), isinstance(c, abc.Awaitable), isinstance(a, abc.AsyncGenerator), isinstance(a, abc.AsyncIterator), isinstance(c, abc.Iterator))
    c.close()


asyncio.run(loops())
asyncio.run(protocol())
asyncio.run(errors())
kinds()


async def left_over():
    g = count(5)
    print(await g.__anext__())
    h = count(6)
    print("end")

asyncio.run(left_over())

for source in (
    "def f():\n    await x\n",
    "await x\n",
    "def f():\n    async for x in y: pass\n",
    "def f():\n    async with y: pass\n",
    "def f():\n    return [x async for x in y]\n",
    "async def f():\n    yield 1\n    return 2\n",
    "async def f():\n    yield from x\n",
    "f = lambda: await x\n",
    "def f():\n    return [await x for x in y]\n",
    "async def f():\n    def g():\n        await x\n",
    "async def f():\n    return [x for x in y if await x]\n",
    "def f():\n    return (x async for x in y)\n",
    "def f():\n    return (await x for x in y)\n",
):
    try:
        compile(source, "s", "exec")
        print("fine")
    except SyntaxError as error:
        print(error.msg)
