# The traceback names every guest frame, and nothing but guest frames.
# error: ZeroDivisionError
# at: 7
# traceback: line 15, in <module>
# traceback: line 11, in outer
# traceback: line 7, in inner
def inner(x): return 1 // x


def outer(x):
    return inner(x - 1) + 1


print("start")  # expect: start
outer(1)
