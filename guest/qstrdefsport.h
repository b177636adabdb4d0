Q(asyncio.core)
Q(__self__)
Q(__future__)
Q(method)
