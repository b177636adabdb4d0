# slice.indices with what is no int.
# outcome: raised
class A:
    def __getitem__(self, i):
        return i


A()[:].indices(0.5)
