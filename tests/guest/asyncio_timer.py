# asyncio: a time-out comes, however much time goes by between the timer's being
# set and the first look at it. Collections at each allocation make that happen.
import asyncio, gc, time
async def forever():
    while True:
        await asyncio.sleep(0.01)
async def main():
    late = 0
    for threshold in range(100, 520, 20):
        gc.threshold(threshold)
        try:
            await asyncio.wait_for(forever(), 0.02)
        except asyncio.TimeoutError:
            late += 1
    gc.threshold(-1)
    print(late)
asyncio.run(main())
# expect: 21
# limit: time=20s
