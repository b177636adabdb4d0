"""anext() with a default."""


async def or_default(step, default):
    try:
        return await step
    except StopAsyncIteration:
        return default
