# error: SyntaxError
# at: 3
x = "never closed
