# error: SyntaxError
import micropython


@micropython.native
def f(x):
    return x + 1
