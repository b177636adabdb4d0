# outcome: any
# stdout: any
import io


class S(io.StringIO):
    pass


s = S()
print("x", file=s)
s.write("y")
print(s.getvalue())
