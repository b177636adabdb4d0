# __eq__ that never returns, called from within a dictionary.
# limit: time=300ms
# outcome: out_of_time
class E:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        while True:
            pass


{E(): 1, E(): 2}
