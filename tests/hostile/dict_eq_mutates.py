# __eq__ that changes the dictionary it is called from.
# limit: time=300ms
# outcome: any
class M:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 5

    def __eq__(self, other):
        d.clear()
        for i in range(100):
            d[i] = [i] * 10
        return False


d = {}
for i in range(50):
    d[M(i)] = i
len(d)
