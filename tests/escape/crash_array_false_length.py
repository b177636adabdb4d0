# A __len__ whose product with the item size wraps.
# outcome: any
from array import array


class Long:
    def __len__(self):
        return 1 << 29

    def __iter__(self):
        return iter([1.5, 2.5, 3.5, 4.5])


array("d", Long())
