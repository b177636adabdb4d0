# error: RecursionError
def chain():
    g = iter([1])
    for _ in range(20000):
        g = (x for x in g)
    list(g)


chain()
