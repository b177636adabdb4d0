# Frozen modules were imported at boot, and a program sees nothing of it.
import sys

print("asyncio" in sys.modules, [name for name in sys.modules if name not in ("sys", "gc")])  # expect: False ['__main__']
import asyncio

print(sys.modules["asyncio"] is asyncio)  # expect: True
print(asyncio.core.__name__)  # expect: asyncio.core
import asyncio.core as core

print(core is asyncio.core)  # expect: True
del sys.modules["asyncio"]
import asyncio as again

print(again is asyncio)  # expect: True
