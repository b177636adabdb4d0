# outcome: any
class It:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __len__(self):
        return 1

    def __next__(self):
        self.n += 1
        if self.n > 5000:
            raise StopIteration
        return self.n


def f(*a, **k):
    return len(a)


f(*It(), *It(), **{"x": 1})
