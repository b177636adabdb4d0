# The C task queue of asyncio given what are no tasks.
# outcome: any
import asyncio

q = asyncio.core.TaskQueue()
q.push(5)
