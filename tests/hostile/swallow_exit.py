# limit: time=300ms
# outcome: out_of_time
class Keep:
    def __enter__(self):
        pass

    def __exit__(self, *a):
        while True:
            pass
        return True


while True:
    with Keep():
        while True:
            pass
