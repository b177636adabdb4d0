# outcome: any
import asyncio


async def f():
    pass


q = asyncio.core.TaskQueue()
t = [asyncio.core.Task(f()) for _ in range(3)]
q.push(t[0])
q.remove(t[1])
q.remove(t[2])
q.pop()
q.pop()
