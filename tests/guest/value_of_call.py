# value: [0, 1, 4]
# repr: [0, 1, 4]
def f(n):
    return [i * i for i in range(n)]


f(3)
