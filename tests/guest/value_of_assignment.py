# An assignment is not an expression.
# value: null
x = 5
