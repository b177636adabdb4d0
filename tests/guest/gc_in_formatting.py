# Collections while text is being built by repr, str, format, %, join, print, json.
import gc
import io
import json
class T:
    def __init__(self, v):
        self.v = v
    def __str__(self):
        gc.collect()
        return "s<" + str(self.v) + ">"
    def __repr__(self):
        gc.collect()
        return "r<" + "".join(["x"] * 3) + str(self.v) + ">"
    def __format__(self, spec):
        return "f"
print(T(1), [T(2), (T(3), {"k": T(4)})], "%s %r %5s" % (T(5), T(6), T(7)),
      "{} {!r} {!s}".format(T(8), T(9), T(10)))
# expect: s<1> [r<xxx2>, (r<xxx3>, {'k': r<xxx4>})] s<5> r<xxx6>  s<7> f r<xxx9> s<10>
s = io.StringIO()
for i in range(200):
    print(T(i), [T(i)], file=s, end=";")
    s.write("%d" % i)
v = s.getvalue()
print(len(v), v[:40], v[-40:])
# expect: 4070 s<0> [r<xxx0>];0s<1> [r<xxx1>];1s<2> [r< 8> [r<xxx198>];198s<199> [r<xxx199>];199
class W(io.IOBase):
    def __init__(self):
        self.parts = []
    def write(self, b):
        gc.collect()
        self.parts.append(b.encode())
        return len(b)
w = W()
data = {"list": [1, 2.5, None, True, "text", {"deep": ["x" * 50] * 3}]}
print(json.dumps(data), end="", file=w)
print(json.loads(b"".join(w.parts)) == data)  # expect: True
print(json.load(io.StringIO(json.dumps(data))) == data)  # expect: True
print(" ".join(str(T(i)) for i in range(4)), str([T(i) for i in range(3)]), repr({"a": [T(1)]}))
# expect: s<0> s<1> s<2> s<3> [r<xxx0>, r<xxx1>, r<xxx2>] {'a': [r<xxx1>]}
