# outcome: any
import gc


class E:
    def __eq__(self, other):
        l.clear()
        m.clear()
        gc.collect()
        return True


l = [E() for _ in range(100)]
m = [E() for _ in range(100)]
l == m
l.extend([E()] * 50)
l.index(5)
l.extend([E()] * 50)
l.count(5)
l.extend([E()] * 50)
l.remove(5)
