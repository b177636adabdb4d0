# outcome: any
import asyncio


async def main():
    e = asyncio.Event()
    e.waiting.push(asyncio)
    e.set()


asyncio.run(main())
