# outcome: any
class R:
    def __repr__(self):
        d.clear()
        d.update({i: R2() for i in range(500)})
        return "R"


class R2:
    def __repr__(self):
        return "R2"


d = {i: R() for i in range(10)}
repr(d)
