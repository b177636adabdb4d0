# error: IndentationError
# at: 5
def f():
    x = 1
      y = 2
