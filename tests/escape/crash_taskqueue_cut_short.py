# Links between tasks are reachable attributes in no port, so try them all.
# outcome: any
import asyncio


async def main():
    t = asyncio.create_task(asyncio.sleep(0))
    for name in dir(t):
        for value in (5, "x", None, t, [1]):
            try:
                setattr(t, name, value)
            except Exception:
                pass
    await asyncio.sleep(0)


asyncio.run(main())
