# outcome: any
class M:
    def keys(self):
        return iter([1, "a", None, "a"])

    def __getitem__(self, k):
        return k


def f(a=0, **k):
    return k


f(**M())
