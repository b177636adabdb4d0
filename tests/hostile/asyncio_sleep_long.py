# limit: time=300ms
# outcome: out_of_time
import asyncio


async def main():
    await asyncio.sleep(10**5)


asyncio.run(main())
