# error: RecursionError
def f():
    f()


f()
