# StopIteration instead of whatever it was.
# limit: time=300ms
# outcome: out_of_time
class I:
    def __iter__(self):
        return self

    def __next__(self):
        try:
            while True:
                pass
        except BaseException:
            raise StopIteration


while True:
    list(I())
