# outcome: any
class L(list):
    def __init__(self):
        super().__init__(self)


L()
