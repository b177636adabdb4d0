# Collections while tasks are queued, asleep and woken.
import asyncio
import gc
async def work(i, log):
    data = ["task", i]
    for k in range(3):
        await asyncio.sleep_ms(i % 4)
        gc.collect()
        data.append(str(k) * i)
    log.append(i)
    return data
async def main():
    log = []
    r = await asyncio.gather(*[work(i, log) for i in range(12)])
    gc.collect()
    print(sorted(log), r[5])
    t = [asyncio.create_task(work(i, log)) for i in range(5)]
    gc.collect()
    t[2].cancel()
    got = []
    for x in t:
        try:
            got.append((await x)[1])
        except asyncio.CancelledError:
            got.append("cancelled")
        gc.collect()
    print(got)
asyncio.run(main())
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] ['task', 5, '00000', '11111', '22222']
# expect: [0, 1, 'cancelled', 3, 4]
