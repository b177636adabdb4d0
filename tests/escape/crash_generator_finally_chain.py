# Returning, yielding and raising through nested finally blocks.
# outcome: any
def g():
    while True:
        try:
            try:
                yield 1
            finally:
                try:
                    yield 2
                finally:
                    continue
        except BaseException:
            break


for _ in range(5):
    x = g()
    next(x)
    for e in (ValueError, GeneratorExit, StopIteration):
        try:
            x.throw(e)
        except BaseException:
            pass
