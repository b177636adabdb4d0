# asyncio has tasks and synchronisation, but nothing that opens a connection.
import asyncio

print(hasattr(asyncio, "run"), hasattr(asyncio, "sleep"))  # expect: True True
try:
    asyncio.run(asyncio.open_connection("127.0.0.1", 80))
except (AttributeError, ImportError, PermissionError, OSError) as e:
    print("refused")
# expect: refused
