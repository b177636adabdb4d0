# outcome: raised
def f(**k):
    return k


f(**{1: 2, (3, 4): 5})
