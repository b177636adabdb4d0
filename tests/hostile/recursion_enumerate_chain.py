# error: RecursionError
m = [1, 2]
for _ in range(100000):
    m = enumerate(m)
list(m)
