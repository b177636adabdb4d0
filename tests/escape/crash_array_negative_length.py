# outcome: any
from array import array


class Negative:
    def __len__(self):
        return -5

    def __iter__(self):
        return iter([1, 2, 3])


array("i", Negative())
bytes(Negative())
