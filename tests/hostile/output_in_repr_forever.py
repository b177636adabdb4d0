# limit: time=300ms
# outcome: out_of_time
# stdout: any
class R:
    def __repr__(self):
        while True:
            print("in repr")


repr(R())
