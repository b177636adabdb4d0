# Tasks that catch all that is thrown at them.
# limit: time=300ms
# outcome: out_of_time
import asyncio


async def keep():
    while True:
        try:
            await asyncio.sleep(0)
        except BaseException:
            pass


async def main():
    t = asyncio.create_task(keep())
    while True:
        t.cancel()
        await asyncio.sleep(0)


asyncio.run(main())
