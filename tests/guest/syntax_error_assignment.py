# error: SyntaxError: can't assign to expression
# at: 3
1 + 1 = 2
