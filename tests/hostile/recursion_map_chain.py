# Iterators in C, a hundred thousand deep.
# error: RecursionError
m = [1, 2]
for _ in range(100000):
    m = map(lambda x: x, m)
list(m)
