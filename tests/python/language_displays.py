# Stars in displays, calls, subscripts, for and return.
print([*range(3), *'ab'], {*[1], 2}, (*[1], 2), {**{'a': 1}, 'b': 2}, *[1,2])
t = *range(3), 9
print(t)
def f(*a, **k): return a, k
print(f(*[1], 2, *[3], x=1, **{'y': 2}, **{'z': 3}))
for x in *[1], 2: print(x)
def g(): return *[1,2], 3
print(g())
