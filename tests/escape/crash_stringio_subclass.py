# outcome: any
import io


class S(io.StringIO):
    def __init__(self):
        pass


print("hello", file=S())
# stdout: any
