# outcome: any
# limit: time=500ms
def f(**k):
    return len(k)


f(**{"k%d" % i: i for i in range(50000)})
