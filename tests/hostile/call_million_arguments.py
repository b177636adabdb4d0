# outcome: any
# limit: time=500ms
def f(*a):
    return len(a)


f(*[0] * 3000000)
