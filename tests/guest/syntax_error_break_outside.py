# error: SyntaxError: 'break' outside loop
# at: 5
def f():
    pass
    break
