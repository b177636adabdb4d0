# limit: time=300ms
# outcome: out_of_time
class L:
    def __lt__(self, other):
        while True:
            pass


sorted([L(), L()])
