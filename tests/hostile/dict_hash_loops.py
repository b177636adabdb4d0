# __hash__ that never returns.
# limit: time=300ms
# outcome: out_of_time
class H:
    def __hash__(self):
        while True:
            pass


{H()}
