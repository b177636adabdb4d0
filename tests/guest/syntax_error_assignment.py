# error: SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?
# at: 3
1 + 1 = 2
