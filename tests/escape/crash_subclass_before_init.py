# A native base that has not been made yet.
# outcome: any
class S(set):
    def __init__(self):
        self.add(1)


S()
