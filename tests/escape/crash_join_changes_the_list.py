# outcome: any
class It:
    def __iter__(self):
        for i in range(10):
            l.clear()
            yield "x"


l = ["a"] * 100
"".join(It())
