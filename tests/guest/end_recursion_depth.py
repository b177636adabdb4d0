# limit: depth=50
# A lower depth is reached sooner, a depth within it is not.
def f(n):
    return 0 if n == 0 else 1 + f(n - 1)


print(f(40))  # expect: 40
try:
    f(60)
except RecursionError:
    print("RecursionError")  # expect: RecursionError
print(f(40))  # expect: 40
