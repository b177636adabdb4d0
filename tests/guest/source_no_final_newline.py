# The last line needs no line feed.
# value: 12
def f():
    return 12
f()