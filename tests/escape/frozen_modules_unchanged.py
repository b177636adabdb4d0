# Frozen modules are the guest's copy: changing them harms the guest only.
import asyncio

asyncio.run = 5
asyncio.core.cur_task = 7
print("changed", asyncio.run)  # expect: changed 5
