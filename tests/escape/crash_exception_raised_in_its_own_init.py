# An exception that is thrown before it is made.
# outcome: any
class E(Exception):
    def __init__(self):
        raise self


E()
