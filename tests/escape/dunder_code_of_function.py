# Code objects cannot be read or replaced.
# error: AttributeError
def f():
    return 1


f.__code__
