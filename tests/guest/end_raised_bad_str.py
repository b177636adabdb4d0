# An exception whose str() fails is still reported as an exception.
# error: Nasty
# at: 9
class Nasty(Exception):
    def __str__(self):
        raise RuntimeError("no text for you")


raise Nasty("x")
