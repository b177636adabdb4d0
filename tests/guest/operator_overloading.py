# Special methods: arithmetic, reflected, in place, comparison, containers.
class Vec:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __repr__(self):
        return "Vec(%r, %r)" % (self.x, self.y)
    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)
    def __sub__(self, o):
        return Vec(self.x - o.x, self.y - o.y)
    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)
    def __rmul__(self, k):
        return self * k
    def __neg__(self):
        return Vec(-self.x, -self.y)
    def __eq__(self, o):
        return isinstance(o, Vec) and self.x == o.x and self.y == o.y
    def __hash__(self):
        return self.x * 31 + self.y
    def __bool__(self):
        return self.x != 0 or self.y != 0
    def __abs__(self):
        return abs(self.x) + abs(self.y)
    def __iadd__(self, o):
        self.x += o.x
        self.y += o.y
        return self
    def __lt__(self, o):
        return abs(self) < abs(o)
    def __getitem__(self, i):
        return (self.x, self.y)[i]
    def __setitem__(self, i, v):
        if i: self.y = v
        else: self.x = v
    def __len__(self):
        return 2
    def __contains__(self, v):
        return v in (self.x, self.y)
    def __call__(self, *a):
        return a
    def __iter__(self):
        return iter((self.x, self.y))
    def __matmul__(self, o):
        return self.x * o.x + self.y * o.y
v, w = Vec(1, 2), Vec(3, 4)
print(v + w, v - w, v * 3, 3 * v, -v, v == Vec(1, 2), v != w, v < w, bool(Vec(0, 0)), abs(w))
# expect: Vec(4, 6) Vec(-2, -2) Vec(3, 6) Vec(3, 6) Vec(-1, -2) True True True False 7
i = v
v += w
print(v, i is v, v[0], v[1], len(v), 4 in v, v(1, 2), list(v), v @ w)
# expect: Vec(4, 6) True 4 6 2 True (1, 2) [4, 6] 36
v[1] = 9
print(v, {w: "w"}[Vec(3, 4)], sorted([w, v, Vec(0, 1)]), min(v, w), str(v))
# expect: Vec(4, 9) w [Vec(0, 1), Vec(3, 4), Vec(4, 9)] Vec(3, 4) Vec(4, 9)
try:
    v + 1
except AttributeError:
    print("AttributeError")
# expect: AttributeError
class R:
    def __radd__(self, o): return "radd %s" % o
    def __rsub__(self, o): return "rsub %s" % o
    def __floordiv__(self, o): return "floordiv"
    def __mod__(self, o): return "mod"
    def __pow__(self, o): return "pow"
    def __lshift__(self, o): return "lshift"
    def __and__(self, o): return "and"
    def __or__(self, o): return "or"
    def __xor__(self, o): return "xor"
    def __truediv__(self, o): return "truediv"
    def __invert__(self): return "invert"
    def __pos__(self): return "pos"
r = R()
print(1 + r, 2 - r, r // 1, r % 1, r ** 1, r << 1, r & 1, r | 1, r ^ 1, r / 1, ~r, +r)
# expect: radd 1 rsub 2 floordiv mod pow lshift and or xor truediv invert pos
