# asyncio: run, tasks, gather, order by time of waking.
import asyncio
log = []
async def work(name, delay, n):
    for i in range(n):
        await asyncio.sleep(delay)
        log.append(name + str(i))
    return name * n
async def main():
    results = await asyncio.gather(work("a", 0.02, 2), work("b", 0.05, 1), work("c", 0.011, 1))
    t = asyncio.create_task(work("d", 0, 2))
    r = await t
    return results, r
print(asyncio.run(main()))  # expect: (['aa', 'b', 'c'], 'dd')
print(log)  # expect: ['c0', 'a0', 'a1', 'b0', 'd0', 'd1']
