# Keys that all have the same hash.
# limit: time=300ms
# outcome: out_of_time
class Same:
    def __hash__(self):
        return 7


d = {}
while True:
    d[Same()] = 1
