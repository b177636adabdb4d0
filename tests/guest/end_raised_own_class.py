# An exception class of the guest's own.
# error: TooCold: minus 300
# at: 10
class TooCold(Exception):
    def __init__(self, t):
        super().__init__("minus %d" % t)
        self.t = t


raise TooCold(300)
