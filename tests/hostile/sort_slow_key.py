# limit: time=300ms
# outcome: out_of_time
def slow(x):
    for i in range(1000000):
        pass
    return x


sorted(range(100000), key=slow)
