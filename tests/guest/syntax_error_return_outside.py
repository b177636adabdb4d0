# Found by the compiler, not by the parser.
# error: SyntaxError: 'return' outside function
# at: 4
return 5
