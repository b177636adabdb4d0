# More items than __len__ promised.
# outcome: any
class More:
    def __len__(self):
        return 2

    def __iter__(self):
        return iter(range(200))


len(bytes(More())) + len(bytearray(More()))
