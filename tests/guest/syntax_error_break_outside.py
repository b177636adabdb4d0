# error: SyntaxError: 'break'/'continue' outside loop
# at: 5
def f():
    pass
    break
