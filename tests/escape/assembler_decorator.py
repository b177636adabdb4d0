# error: SyntaxError
import micropython


@micropython.asm_x64
def f():
    mov(rax, 1)
