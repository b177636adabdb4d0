# asyncio.wait_for: who is cancelled, who is waited for, and what comes back.
import asyncio


async def slow(name, seconds, stubborn=False):
    print(name, "begins")
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(name, "is cancelled")
        if not stubborn:
            raise
    print(name, "ends")
    return name


async def waiting(name, seconds, limit, stubborn=False):
    try:
        return await asyncio.wait_for(slow(name, seconds, stubborn), limit)
    except asyncio.TimeoutError:
        print(name, "took too long")
        return None
    except asyncio.CancelledError:
        print(name, "waits no more")
        raise


async def cancelled(turns, *what, **more):
    task = asyncio.create_task(waiting(*what, **more))
    for _ in range(turns):
        await asyncio.sleep(0)
    print("cancel after", turns, task.done())
    task.cancel()
    try:
        print(await task)
    except asyncio.CancelledError:
        print("it was cancelled")


async def main():
    print(await waiting("quick", 0, 5))
    print(await waiting("late", 5, 0.01))
    print(await waiting("stubborn", 5, 0.01, stubborn=True))
    for turns in range(1, 5):
        await cancelled(turns, "inner", 0, 5)
    await cancelled(2, "deaf", 5, 5, stubborn=True)
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    handler = lambda loop, context: None
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())


asyncio.run(main())
