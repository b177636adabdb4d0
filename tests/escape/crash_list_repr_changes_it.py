# outcome: any
import gc


class R:
    def __repr__(self):
        l.clear()
        gc.collect()
        l.extend(["new"] * 3)
        return "R"


l = [R() for _ in range(1000)]
repr(l)
