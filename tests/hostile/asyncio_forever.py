# limit: time=300ms
# outcome: out_of_time
import asyncio


async def spin():
    while True:
        await asyncio.sleep(0)


asyncio.run(spin())
