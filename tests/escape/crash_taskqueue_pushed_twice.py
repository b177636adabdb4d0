# outcome: any
import asyncio


async def f():
    pass


q = asyncio.core.TaskQueue()
t = asyncio.core.Task(f())
q.push(t)
q.push(t)
q.push(t, 5)
q.remove(t)
q.remove(t)
q.pop()
q.pop()
