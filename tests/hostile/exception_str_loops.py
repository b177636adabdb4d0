# str() of the uncaught exception never returns.
# limit: time=300ms
# outcome: out_of_time
class E(Exception):
    def __str__(self):
        while True:
            pass


raise E("x")
