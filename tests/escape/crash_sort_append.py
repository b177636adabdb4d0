# A comparison that grows the list under the sort.
# outcome: any
class Grow:
    def __lt__(self, other):
        for _ in range(50):
            l.append(0)
        return False


l = [Grow() for _ in range(5)]
l.sort()
