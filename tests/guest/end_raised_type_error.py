# error: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# at: 3
1 + "1"
