# Each task starts two.
# outcome: out_of_memory | out_of_time
# limit: time=500ms
import asyncio


async def two():
    asyncio.create_task(two())
    asyncio.create_task(two())
    await asyncio.sleep(0)


async def main():
    asyncio.create_task(two())
    while True:
        await asyncio.sleep(0)


asyncio.run(main())
