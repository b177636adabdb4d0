# outcome: raised
def f():
    pass


f.__globals__["__builtins__"]["open"]
