# limit: time=300ms
# outcome: out_of_time
def g():
    try:
        yield 1
    finally:
        while True:
            pass


x = g()
next(x)
x.close()
