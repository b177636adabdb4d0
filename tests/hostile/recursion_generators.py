# A tower of generators, each delegating to the next.
# error: RecursionError
def g(n):
    yield from g(n + 1)


list(g(0))
