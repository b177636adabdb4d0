# A traceback has the frames that nest without C, at their lines.
def place():
    for _ in lines():
        pass
def lines():
    yield 1
    def deepest():
        return [
            1 // 0]
    deepest()
place()
# error: ZeroDivisionError
# traceback: in <module>
# traceback: in place
# traceback: in lines
# traceback: in deepest
