# Endless recursion is a RecursionError, which is a RuntimeError.
# error: RecursionError: maximum recursion depth exceeded
def f(n):
    return f(n + 1)


try:
    f(0)
except RuntimeError as e:
    print(type(e).__name__)  # expect: RecursionError
f(0)
