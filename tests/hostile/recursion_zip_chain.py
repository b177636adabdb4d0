# error: RecursionError
m = [1, 2]
for _ in range(100000):
    m = zip(m)
list(m)
