# A syntax error has line and column, and nothing ran.
# error: SyntaxError
# at: 5:9
print("never")
x = 1 + * 2
