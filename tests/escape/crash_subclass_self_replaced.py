# super() with a self that is no longer one.
# outcome: any
class L(list):
    def __init__(self, n):
        self = n
        super().__init__([1, 2, 3])


L(3)
