# __lt__ that empties and refills the list being sorted.
# limit: time=500ms
# outcome: any
import gc


class M:
    def __lt__(self, other):
        l.clear()
        gc.collect()
        l.extend([M() for _ in range(5)])
        return True


l = [M() for _ in range(50)]
l.sort()
