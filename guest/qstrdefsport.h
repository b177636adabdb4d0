Q(asyncio.core)
