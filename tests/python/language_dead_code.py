# Code that never runs makes generators all the same
def f():
    if False:
        yield
print(type(f()).__name__, list(f()))
def g():
    if 0:
        x = yield 5
    return 3
print(type(g()).__name__)
def h():
    return
    yield
print(list(h()))
def k():
    while False:
        yield 1
print(list(k()))
