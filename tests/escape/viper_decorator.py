# error: SyntaxError
import micropython


@micropython.viper
def f(x: int) -> int:
    p = ptr32(0)
    return p[0]
