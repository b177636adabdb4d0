# A comparison that empties the list under the sort and collects.
# outcome: any
import gc


class Thief:
    def __lt__(self, other):
        a.clear()
        b.extend([777] * 5)
        gc.collect()
        b.clear()
        return True


a, b = [], []
things = [Thief() for _ in range(3)]
a.extend(things)
b.extend(things)
a.sort()
