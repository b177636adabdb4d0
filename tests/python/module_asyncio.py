import asyncio


async def value(x, delay=0.0):
    await asyncio.sleep(delay)
    return x


async def fail(text, delay=0.0):
    await asyncio.sleep(delay)
    raise ValueError(text)


async def gathering():
    print(await asyncio.gather(value(1, 0.02), value(2), value(3, 0.01)))
    print(await asyncio.gather(value(1), fail("x"), return_exceptions=True))
    try:
        await asyncio.gather(value(1, 0.01), fail("y"))
    except ValueError as error:
        print("raised", error)
    print(await asyncio.gather(), await asyncio.gather(asyncio.sleep(0.01, "slept"), asyncio.create_task(value(5))))


async def tasks():
    task = asyncio.create_task(value(7), name="seven")
    print(task.done(), task.get_name(), asyncio.current_task() is not task)
    seen = []
    task.add_done_callback(lambda t: seen.append(t.result()))
    print(await task, task.done(), task.result(), task.exception(), task.cancelled())
    await asyncio.sleep(0)
    print(seen)
    bad = asyncio.create_task(fail("bad"))
    await asyncio.sleep(0.01)
    print(bad.done(), repr(bad.exception()))
    try:
        bad.result()
    except ValueError as error:
        print(error)
    slow = asyncio.create_task(value(1, 5))
    await asyncio.sleep(0)
    try:
        slow.result()
    except asyncio.InvalidStateError as error:
        print(error)
    print(slow.cancel())
    try:
        await slow
    except asyncio.CancelledError:
        print("cancelled", slow.cancelled())
    print(asyncio.isfuture(slow))


async def waiting():
    group = [asyncio.create_task(value(i, i / 5)) for i in (3, 1, 2)]
    done, pending = await asyncio.wait(group, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), [t.result() for t in done])
    slow = asyncio.create_task(value(0, 5))
    done, pending = await asyncio.wait([slow], timeout=0.001)
    print(len(done), len(pending), slow.cancel())
    done, pending = await asyncio.wait(group)
    print(sorted(t.result() for t in done), len(pending))
    for one in asyncio.as_completed([value(i, i / 100) for i in (3, 1, 2)]):
        print(await one)
    try:
        await asyncio.wait_for(value(1, 5), 0.01)
    except asyncio.TimeoutError as error:
        print(type(error).__name__)
    print(await asyncio.wait_for(value(9), 1))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timeout")
    async with asyncio.timeout(5) as limit:
        await asyncio.sleep(0)
    print(limit.expired())
    inner = asyncio.create_task(value("kept", 0.02))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.005)
    except TimeoutError:
        print("shielded", await inner)
    print(await asyncio.to_thread(sum, [1, 2]))


async def groups():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(value("a", 0.01))
        b = group.create_task(value("b"))
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail("one", 0.01))
            other = group.create_task(value("other", 5))
            await asyncio.sleep(5)
    except ExceptionGroup as error:
        print(error.message, [str(e) for e in error.exceptions], other.cancelled())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(value("other", 5))
            raise KeyError("body")
    except ExceptionGroup as error:
        print(error.exceptions)


async def queues():
    queue = asyncio.Queue(maxsize=2)
    got = []

    async def produce():
        for i in range(5):
            await queue.put(i)
        await queue.put(None)

    async def consume():
        while True:
            item = await queue.get()
            queue.task_done()
            if item is None:
                return
            got.append(item)

    await asyncio.gather(produce(), consume())
    await queue.join()
    print(got, queue.empty(), queue.full(), queue.qsize(), queue.maxsize)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty:
        print("empty")
    for kind in (asyncio.LifoQueue, asyncio.PriorityQueue):
        q = kind()
        for i in (2, 3, 1):
            q.put_nowait(i)
        print([q.get_nowait() for _ in range(3)])
    full = asyncio.Queue(1)
    full.put_nowait(1)
    try:
        full.put_nowait(2)
    except asyncio.QueueFull:
        print("full")


async def locks():
    running = most = 0
    semaphore = asyncio.Semaphore(2)

    async def limited(i):
        nonlocal running, most
        async with semaphore:
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.001)
            running -= 1

    await asyncio.gather(*[limited(i) for i in range(6)])
    print(most, semaphore.locked())
    try:
        asyncio.BoundedSemaphore(1).release()
    except ValueError as error:
        print(error)
    condition = asyncio.Condition()
    ready = []

    async def waiter(n):
        async with condition:
            await condition.wait_for(lambda: ready)
            print("woken", n)

    waiters = [asyncio.create_task(waiter(n)) for n in range(2)]
    await asyncio.sleep(0)
    async with condition:
        ready.append(1)
        condition.notify_all()
    await asyncio.gather(*waiters)
    event, lock = asyncio.Event(), asyncio.Lock()
    setter = asyncio.create_task(value(event.set()))
    await event.wait()
    async with lock:
        print(lock.locked(), event.is_set(), await setter)
    barrier = asyncio.Barrier(2)
    print(sorted(await asyncio.gather(barrier.wait(), barrier.wait())))
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, "set")
    print(await future, future.done(), future.result())
    calls = []
    loop.call_later(0.01, calls.append, 2)
    loop.call_later(0.001, calls.append, 1)
    await asyncio.sleep(0.03)
    print(calls, await loop.run_in_executor(None, len, "abc"))


for part in (gathering, tasks, waiting, groups, queues, locks):
    print(part.__name__)
    asyncio.run(part())


async def background():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("stopped at the end")
        raise


async def leaves():
    asyncio.create_task(background())
    await asyncio.sleep(0)
    return "left"


print(asyncio.run(leaves()))
with asyncio.Runner() as runner:
    print(runner.run(value("runner")))
try:
    asyncio.run(fail("out"))
except ValueError as error:
    print(error)
try:
    asyncio.run(5)
except ValueError as error:
    print(error)

import asyncio.locks, asyncio.queues, asyncio.taskgroups, asyncio.timeouts

print(asyncio.queues.Queue is asyncio.Queue, asyncio.Queue.__module__, asyncio.queues.QueueFull.__name__)
print(asyncio.locks.Semaphore is asyncio.Semaphore, asyncio.taskgroups.TaskGroup is asyncio.TaskGroup)
print(asyncio.timeouts.timeout is asyncio.timeout, asyncio.timeouts.Timeout.__module__, asyncio.Barrier.__module__)
