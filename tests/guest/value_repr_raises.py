# A value that cannot be shown is none; the run is done all the same.
# value: null
class Bad:
    def __repr__(self):
        raise ValueError("no repr")


Bad()
