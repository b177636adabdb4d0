# asyncio: events, locks, cancelling, time-outs, exceptions of tasks.
import asyncio
async def waiter(ev, name):
    await ev.wait()
    print(name, "woken")
async def locked(lock, name):
    async with lock:
        print(name, "in")
        await asyncio.sleep(0)
        print(name, "out")
async def forever():
    try:
        while True:
            await asyncio.sleep(0.01)
    except asyncio.CancelledError:
        print("cancelled")
        raise
async def fail():
    await asyncio.sleep(0)
    raise ValueError("failed")
async def main():
    ev = asyncio.Event()
    ts = [asyncio.create_task(waiter(ev, n)) for n in "xy"]
    await asyncio.sleep(0)
    print("set", ev.is_set())
    ev.set()
    await asyncio.gather(*ts)
    lock = asyncio.Lock()
    await asyncio.gather(locked(lock, "p"), locked(lock, "q"))
    t = asyncio.create_task(forever())
    await asyncio.sleep(0.03)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("joined")
    try:
        await asyncio.wait_for(forever(), 0.02)
    except asyncio.TimeoutError:
        print("time-out")
    try:
        await asyncio.create_task(fail())
    except ValueError as e:
        print(e)
    r = await asyncio.gather(fail(), locked(lock, "r"), return_exceptions=True)
    print(type(r[0]).__name__, r[1])
asyncio.run(main())
# expect: set False
# expect: x woken
# expect: y woken
# expect: p in
# expect: p out
# expect: q in
# expect: q out
# expect: cancelled
# expect: joined
# expect: cancelled
# expect: time-out
# expect: failed
# expect: r in
# expect: r out
# expect: ValueError None
