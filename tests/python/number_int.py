# int: text both ways, methods, arithmetic, errors.
import sys


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


for t in ["0", "12", "-12", "+12", " 12 ", "1_000", "00", "0_0", "\u0661\u0662", "\xa05\u2003", "9" * 40, "-" + "8" * 30]:
    show(int, t)
for t in ["", " ", "1__0", "_1", "1_", "0x10", "1.5", "abc", "1 2", "--1", "+", "\u00b2", "a" * 300]:
    show(int, t)
for t, b in [("ff", 16), ("0xff", 16), ("0XFF", 0), ("0b101", 0), ("0b101", 2), ("0o17", 8), ("0o17", 0), ("z", 36), ("10", 3), ("0x_ff", 0), ("012", 0), ("000", 0), ("12", 2), ("8", 8), ("0b12", 0), ("1", 1), ("1", 37), ("1", -1),
             ("f" * 40, 16), ("1" * 100, 2), ("z" * 30, 36), ("7" * 50, 8), ("1_0", 2), ("0x", 16), ("g", 16), ("0xg", 0)]:
    show(int, t, b)
    show(int, t, base=b)
show(int, 5, 10)
show(int, None)
show(int, [])
show(int, "1", "2")
print(int(3.9), int(-3.9), int(1e25), int(True), int(b"12"), int(), int(bytearray(b"7")), int("5", base=10))
for n in [0, 1, -1, 5, 255, -256, 2**31, -(2**31), 2**32 - 1, 2**62, 2**64, -(2**64), 10**40, -(10**40), 3**200]:
    print(n, bin(n), oct(n), hex(n), n.bit_length(), n.bit_count(), n.as_integer_ratio(), n.numerator, n.denominator, n.real, n.imag, n.conjugate())
    print(-n, ~n, abs(n), n >> 3, n << 5, n >> 100, n & 0xffff, n | 1, n ^ -1, n // 7, n % 7, n // -7, n % -7, divmod(n, 10**18), n * n, n**3, bool(n), hash(n) == hash(n + 0))
for n, size, order, signed in [(0, 1, "big", False), (1, 2, "big", False), (258, 2, "little", False), (-1, 2, "big", True), (-128, 1, "little", True), (2**70, 10, "big", False), (-(2**70), 10, "little", True), (255, 1, "big", True), (256, 1, "big", False), (-1, 1, "big", False), (1, 0, "big", False), (0, 0, "big", False), (-129, 1, "big", True), (127, 1, "big", True), (2**79, 10, "big", True), (-(2**79), 10, "big", True), (1, -1, "big", False), (1, 1, "x", False)]:
    show(n.to_bytes, size, order, signed=signed)
print((5).to_bytes(), (5).to_bytes(2), (5).to_bytes(length=3, byteorder="little"), (-5).to_bytes(2, "big", signed=True))
for b in [b"", b"\x00", b"\xff", b"\x01\x02", b"\xff\xfe", b"\x80" + b"\x00" * 9, bytes(range(20))]:
    print(int.from_bytes(b, "big"), int.from_bytes(b, "little"), int.from_bytes(b, "big", signed=True), int.from_bytes(b, byteorder="little", signed=True), int.from_bytes(b))
show(int.from_bytes, b"a", "x")
show(int.from_bytes, "a", "big")
print(int.from_bytes([1, 2], "big"), int.from_bytes(bytearray(b"\x05"), "little"))
print(pow(3, 5), pow(3, -1, 7), pow(3, 5, 7), pow(2, 1000, 10**9 + 7), pow(-3, 3, 7), pow(3, 3, -7), pow(38, -1, 97), pow(2, -3, 11), pow(5, 0, 1), pow(0, 0), pow(10**20, 3, 10**15 + 37), pow(2, -1), pow(3, 2, 1))
show(pow, 2, -1, 4)
show(pow, 2, 2, 0)
show(pow, 2.0, 2, 3)
show(pow, 2, 2.5, 3)
show(lambda: 1 << -1)
show(lambda: 1 >> -1)
show(lambda: 2**100 << -1)
print(True + True, True * 5, -True, ~True, True & False, True | 2, True ^ True, True and 5, True == 1, True / 2, True // 1, 5 * False, True << 3, isinstance(True, int), True.real, str(True), int(True), True.bit_length(), True & True is True)
print(str(10**100), str(-(2**200)), len(str(3**5000)), len(str(10**4299)), sum(map(int, str(7**4000))))
show(str, 10**4300)
show(int, "1" * 4301)
show(repr, 10**5000)
show(lambda: "%d" % 10**4300)
show(lambda: f"{10**4300}")
print(len(hex(10**5000)), int("f" * 5000, 16).bit_length(), sys.get_int_max_str_digits())
sys.set_int_max_str_digits(10000)
print(len(str(10**5000)), int("1" * 4301) % 10007)
sys.set_int_max_str_digits(0)
show(sys.set_int_max_str_digits, 5)


class I(int):
    def __new__(cls, v, extra=None):
        self = super().__new__(cls, v)
        self.extra = extra
        return self


a = I(5, "x")
print(a + 1, 1 + a, a * a, a, repr(a), a.extra, isinstance(a + 1, I), a == 5, a < 6, -a, hash(a) == hash(5), [0, 1, 2, 3, 4, 5][a], int(a), float(a), a.bit_length(), "%d" % a, f"{a:03d}", range(a)[-1], bool(I(0)), a // 2, a**2, 2**a, a % 3, divmod(a, 2), str(a))
print(0xff, 0o17, 0b11, 1_000_000, 0xFFFF_FFFF_FFFF, 123456789012345678901234567890)
print((2**100) % (2**50 + 1), (10**50) // (10**20 + 7), -(10**50) // (10**20 + 7), -(10**50) % (10**20 + 7), divmod(10**40, -(10**15)), (-7) // 2, (-7) % 2, 7 // -2, 7 % -2)
