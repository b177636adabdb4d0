def f(count):
    total = count
    return totl
f(1)
# error: NameError: name 'totl' is not defined
# at: 3
# traceback: NameError: name 'totl' is not defined. Did you mean: 'total'?
