# error: SyntaxError
f(1, 2
g()
