Q(asyncio.core)
Q(__self__)
Q(__future__)
