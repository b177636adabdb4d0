# error: RecursionError
class F:
    def __str__(self):
        return "{}".format(self)


str(F())
