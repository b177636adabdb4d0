# A generator that goes on when it is closed.
# limit: time=300ms
# outcome: out_of_time
def g():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


x = g()
next(x)
while True:
    try:
        x.close()
    except RuntimeError:
        pass
